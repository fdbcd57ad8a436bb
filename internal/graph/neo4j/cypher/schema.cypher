// The number in a name is the version with which the constraint or index last became another one: with a change of what it
// is on, it gets the number of the present version.
CREATE CONSTRAINT graphload_1_article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graphload_1_person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graphload_1_country_code IF NOT EXISTS FOR (n:Country) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT graphload_1_organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graphload_1_place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graphload_1_statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graphload_1_meeting_id IF NOT EXISTS FOR (n:Meeting) REQUIRE n.id IS UNIQUE;

// Only properties of bounded length have range indexes: a value of 8 kB would break the load.
CREATE INDEX graphload_1_article_published IF NOT EXISTS FOR (n:Article) ON (n.published);
CREATE INDEX graphload_1_statement_date IF NOT EXISTS FOR (n:Statement) ON (n.date);
CREATE INDEX graphload_1_statement_first_reported IF NOT EXISTS FOR (n:Statement) ON (n.firstReported);
CREATE INDEX graphload_1_meeting_start IF NOT EXISTS FOR (n:Meeting) ON (n.start);
// By speaker and day the loader finds the quotations that one may be a part of, by words and day those of rival speakers.
CREATE INDEX graphload_3_report_speaker IF NOT EXISTS FOR ()-[r:REPORTED_IN]-() ON (r.speaker, r.quotedOn);
CREATE INDEX graphload_3_report_words IF NOT EXISTS FOR ()-[r:REPORTED_IN]-() ON (r.words, r.quotedOn);
// By block the loader finds the reports that may be of one meeting.
CREATE INDEX graphload_1_report_block IF NOT EXISTS FOR ()-[r:REPORTED_IN]-() ON (r.block);

CREATE FULLTEXT INDEX graphload_1_article_text IF NOT EXISTS FOR (n:Article) ON EACH [n.title, n.text]
  OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}};
CREATE FULLTEXT INDEX graphload_1_statement_text IF NOT EXISTS FOR (n:Statement) ON EACH [n.text]
  OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}};
CREATE FULLTEXT INDEX graphload_1_person_name IF NOT EXISTS FOR (n:Person) ON EACH [n.name, n.aliases]
  OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}};
CREATE FULLTEXT INDEX graphload_1_organization_name IF NOT EXISTS FOR (n:Organization) ON EACH [n.name, n.aliases]
  OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}};
CREATE FULLTEXT INDEX graphload_1_place_name IF NOT EXISTS FOR (n:Place) ON EACH [n.name]
  OPTIONS {indexConfig: {`fulltext.eventually_consistent`: true}};

// By the bands of its sketch the loader finds the articles that an article may be a near copy of.
CREATE INDEX graphload_1_article_band1 IF NOT EXISTS FOR (n:Article) ON (n.band1);
CREATE INDEX graphload_1_article_band2 IF NOT EXISTS FOR (n:Article) ON (n.band2);
CREATE INDEX graphload_1_article_band3 IF NOT EXISTS FOR (n:Article) ON (n.band3);
CREATE INDEX graphload_1_article_band4 IF NOT EXISTS FOR (n:Article) ON (n.band4);
CREATE INDEX graphload_1_article_band5 IF NOT EXISTS FOR (n:Article) ON (n.band5);
CREATE INDEX graphload_1_article_band6 IF NOT EXISTS FOR (n:Article) ON (n.band6);
CREATE INDEX graphload_1_article_band7 IF NOT EXISTS FOR (n:Article) ON (n.band7);
CREATE INDEX graphload_1_article_band8 IF NOT EXISTS FOR (n:Article) ON (n.band8);

// The mark of the graph's version, on nothing. It is made last, when all that is derived is as this version derives it.
CREATE INDEX graphload_VERSION_version IF NOT EXISTS FOR (n:Graphload) ON (n.version);
