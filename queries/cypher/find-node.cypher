// Which node does this text mean: a node id (any id of a merged node), an email, or a name?
//
// Parameters (:param sets one in Neo4j Browser):
//   :param called => 'ada@acme.example'
//   :param address => 'ada@acme.example'
//     the same if it is an address: the address part alone, in lower case, its domain in ASCII
// Columns: id (canonical), kind, name; several rows: the text is ambiguous, no row: nothing is known by it.
//   An id goes before an address, the address of an identity before that of an account, an address before a name.
//
// The snapshot also knows by which addresses and names a node went before; here it is those of the last publishing. A
// node that has no name goes by the key of its id here.
MATCH (shown:RemitProjection {name: 'projection'})
WITH shown.edition AS g, $called AS text, $address AS address
CALL (text, address) {
  MATCH (e:Entity {id: text})
  RETURN e, 1 AS rank
  UNION ALL
  MATCH (other:Alias {id: text})
  MATCH (e:Entity {n: other.n})
  RETURN e, 1 AS rank
  UNION ALL
  WITH address
  WHERE address CONTAINS '@'
  MATCH (e:Identity)
  WHERE address IN e.emails
  RETURN e, 2 AS rank
  UNION ALL
  WITH address
  WHERE address CONTAINS '@'
  MATCH (e:Entity {email: address})
  RETURN e, 3 AS rank
  UNION ALL
  MATCH (e:Entity {name: text})
  RETURN e, 4 AS rank
}
WITH g, e, rank
WHERE e.born <= g AND g < e.died AND NOT e:AccountWithKey
WITH rank, collect(DISTINCT e) AS found
ORDER BY rank
LIMIT 1
UNWIND found AS e
RETURN e.id AS id, head([label IN labels(e) WHERE label <> 'Entity']) AS kind, e.name AS name
ORDER BY id;
