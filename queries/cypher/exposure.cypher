// Who reaches this, with which permission, in how few hops?
//
// Parameters (:param sets one in Neo4j Browser):
//   :param target => 'DataSource:postgres/prod/sales'
//     a canonical node id; find-node.cypher gives it
//   :param at => timestamp() * 1000
//     the moment asked about, microseconds since 1970
//   :param basis => [1, 2]
//     [1] is GRANTED: claimed edges; [1, 2] is EITHER: and edges seen in use, where nobody vouches for grants on what
//     is used; [2, 3] is OBSERVED: edges seen in use alone
//   :param max_hops => null
//     walks of at most so many edges; null: any
// Columns: id, kind, name, permission (theirs at the target; null: the target has none, or they are data), hops;
//   one row per node that reaches the target.
//
// What the snapshot's answer says beside this: the witness of each row, whether its permission is known or presumed
// and rests on grants or on use alone, who really used the target. Names are those of the last publishing.
//
// The walks of blast-radius.cypher, backwards: one per permission, greatest first, that meets each node once.
MATCH (shown:RemitProjection {name: 'projection'})
WITH shown.edition AS g
MATCH (t:Entity {id: $target})
WHERE t.born <= g AND g < t.died
UNWIND [4, 3, 2, 1] AS level
MATCH walk = (t)<-[:HAS_ACCOUNT|HAS_CREDENTIAL|RUNS_AS|MEMBER_OF|ACCOUNT_IN|CAN_USE|CONNECTS_TO|EXPOSES
  |CAN_ACCESS|CONTAINS|USED*1..]-(v:Entity)
WHERE all(r IN relationships(walk) WHERE r.born <= g AND g < r.died
  AND r.since <= $at AND $at < r.until AND r.walk IN $basis AND r.cap >= level)
WITH t, level, v, min(length(walk)) AS hops
WHERE v <> t AND NOT v:AccountWithKey AND hops <= coalesce($max_hops, hops)
WITH t, v, level, hops
ORDER BY level DESC
WITH t, v, head(collect([level, hops])) AS best
WITH v, best[1] AS hops,
  CASE WHEN (t:DataSource OR t:McpTool) AND NOT v:DataSource THEN best[0] ELSE 0 END AS level
RETURN v.id AS id, head([label IN labels(v) WHERE label <> 'Entity']) AS kind, v.name AS name,
  [null, 'DISCOVER', 'READ', 'WRITE', 'ADMIN'][level] AS permission, hops
ORDER BY level DESC, hops, id;
