// Ends the transaction that carries this id, if there is one.
SHOW TRANSACTIONS YIELD transactionId AS transaction, metaData AS carried
WHERE carried[$key] = $id
TERMINATE TRANSACTIONS transaction YIELD message
RETURN message
