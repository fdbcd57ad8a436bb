// The places and countries of the reports of meetings in the articles that mention places.
UNWIND $keys AS key
MATCH (p:Place {id: key})<-[:MENTIONS]-(:Article)<-[r:REPORTED_IN]-(:Meeting)
WHERE r.place IS NOT NULL AND r.country IS NOT NULL
RETURN DISTINCT key, r.place AS place, r.country AS country
