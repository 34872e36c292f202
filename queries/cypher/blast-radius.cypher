// What can these identities, keys or servers reach, with which permission, in how few hops?
//
// Parameters (:param sets one in Neo4j Browser):
//   :param start => ['Identity:hr/1']
//     canonical node ids; find-node.cypher gives them
//   :param at => timestamp() * 1000
//     the moment asked about, microseconds since 1970
//   :param basis => [1, 2]
//     [1] is GRANTED: claimed edges; [1, 2] is EITHER: and edges seen in use, where nobody vouches for grants on what
//     is used; [2, 3] is OBSERVED: edges seen in use alone
//   :param max_hops => null
//     walks of at most so many edges; null: any
// Columns: id, kind, name, permission (null: a kind of node that has none), hops; one row per node reached.
//   permission is the greatest, over all walks, of the least cap along the walk; hops the fewest edges that attain it.
//   Where all of the start is data, no row has a permission; where some of it is, rows that only data attains show it.
//
// What the snapshot's answer says beside this: the witness of each row, whether its permission is known or presumed
// and rests on grants or on use alone, what was really used, sensitivity, score, spend. Names are those of the last
// publishing. An empty answer does not say why: a start may be unknown, suspended, or reach nothing.
//
// A suspended or deleted account as which a key still runs stands twice: as itself, which lets pass along its keys alone,
// and as an AccountWithKey, where a walk is that came with the key.
//
// One breadth-first walk per permission, greatest first, that meets each node once: who is first seen at a level cannot
// be reached at a higher one. Keep it so: any other aggregate beside min(length(walk)) makes Neo4j walk every path.
MATCH (shown:RemitProjection {name: 'projection'})
WITH shown.edition AS g
MATCH (s:Entity)
WHERE s.id IN $start AND s.born <= g AND g < s.died
WITH g, collect(s) AS starts
WITH g, starts, all(s IN starts WHERE s:DataSource) AS only_data
UNWIND starts AS s
UNWIND [4, 3, 2, 1] AS level
MATCH walk = (s)-[:HAS_ACCOUNT|HAS_CREDENTIAL|RUNS_AS|MEMBER_OF|ACCOUNT_IN|CAN_USE|CONNECTS_TO|EXPOSES
  |CAN_ACCESS|CONTAINS|USED*1..]->(v:Entity)
WHERE all(r IN relationships(walk) WHERE r.born <= g AND g < r.died
  AND r.since <= $at AND $at < r.until AND r.walk IN $basis AND r.cap >= level)
WITH only_data, level, v, min(length(walk)) AS hops
WHERE NOT v.id IN $start AND NOT v:AccountWithKey AND hops <= coalesce($max_hops, hops)
WITH only_data, v, level, hops
ORDER BY level DESC
WITH only_data, v, head(collect([level, hops])) AS best
WITH v, best[1] AS hops, CASE WHEN (v:DataSource OR v:McpTool) AND NOT only_data THEN best[0] ELSE 0 END AS level
RETURN v.id AS id, head([label IN labels(v) WHERE label <> 'Entity']) AS kind, v.name AS name,
  [null, 'DISCOVER', 'READ', 'WRITE', 'ADMIN'][level] AS permission, hops
ORDER BY level DESC, hops, id;
