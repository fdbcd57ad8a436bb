UNWIND $ids AS id
MATCH (:Article {id: id})<-[r:REPORTED_IN]-(m:Meeting)
RETURN r.report AS report, elementId(m) AS node
