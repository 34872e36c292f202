// By which ways does access get from here to there, edge by edge?
//
// Parameters (:param sets one in Neo4j Browser):
//   :param from => 'Identity:hr/1'
//     canonical node ids; find-node.cypher gives them
//   :param to => 'DataSource:postgres/prod/sales'
//   :param at => timestamp() * 1000
//     the moment asked about, microseconds since 1970
//   :param basis => [1, 2]
//     [1] is GRANTED: claimed edges; [1, 2] is EITHER: and edges seen in use, where nobody vouches for grants on what
//     is used; [2, 3] is OBSERVED: edges seen in use alone
//   :param k => 10
//     how many ways
//   :param max_hops => null
//     ways of at most so many edges; null: as far as is looked
// Columns: hops, permission (null: the target has none), permission_known, nodes (id, kind, name of each), edges (kind,
//   permission, claimed_by, since, evidence of each hop: of parallel edges the one that narrows least), lengths.
//   One row per way that meets no node twice, but for a closed account that it comes back to with its key (an
//   AccountWithKey in the graph); by hops, then by the ids along it.
//
// How far it looks: ways of at most 12 edges, and of these the four shortest lengths (the numbers stand in the pattern;
// Neo4j takes no parameter there). `lengths` says of how many lengths ways were found: with fewer than four, these are
// all ways of at most 12 edges. Where many circles lead nowhere this takes long; set a transaction timeout.
//
// What the snapshot's answer says beside this: a sentence for each way, and ways of any length.
MATCH (shown:RemitProjection {name: 'projection'})
WITH shown.edition AS g
MATCH (a:Entity {id: $from})
WHERE a.born <= g AND g < a.died
MATCH (b:Entity {id: $to})
WHERE b.born <= g AND g < b.died AND b <> a
MATCH way = SHORTEST 4 GROUPS (
  (a)
  (()-[r:HAS_ACCOUNT|HAS_CREDENTIAL|RUNS_AS|MEMBER_OF|ACCOUNT_IN|CAN_USE|CONNECTS_TO|EXPOSES|CAN_ACCESS|CONTAINS|USED
    WHERE r.born <= g AND g < r.died AND r.since <= $at AND $at < r.until AND r.walk IN $basis]->(v)){1,12}
  (b)
  WHERE all(i IN range(0, size(v) - 1) WHERE v[i] <> a AND NOT v[i] IN v[..i]
    AND none(w IN v[..i] WHERE w:AccountWithKey AND substring(w.id, 14) = substring(v[i].id, 7) AND v[i]:Account))
)
WITH nodes(way) AS along, length(way) AS hops, collect(relationships(way)) AS parallel
WITH *, [i IN range(0, hops - 1) | reduce(most = 0, p IN parallel | CASE WHEN p[i].cap > most THEN p[i].cap
  ELSE most END)] AS widest
WITH *, reduce(least = 4, most IN widest | CASE WHEN most < least THEN most ELSE least END) AS cap
// Of parallel edges that attain the permission one that is known to, then that narrows least, then a stated ADMIN.
WITH *, [p IN parallel | [r IN p | {edge: r, rank: CASE WHEN r.cap < cap THEN 0 WHEN r.cap = 5 THEN 28
  ELSE CASE WHEN coalesce(r.permission_known, true) THEN 20 ELSE 0 END + 2 * r.cap + 1 END}]] AS ranked
WITH hops, along, cap, [i IN range(0, hops - 1) | reduce(best = ranked[0][i], other IN ranked |
  CASE WHEN other[i].rank > best.rank OR other[i].rank = best.rank AND type(other[i].edge) < type(best.edge)
    THEN other[i] ELSE best END).edge] AS edges
WITH collect({hops: hops, along: along, edges: edges, cap: cap}) AS ways
UNWIND ways AS one
WITH ways, one.hops AS hops, one.along AS along, one.edges AS edges, one.cap AS cap
WHERE hops <= coalesce($max_hops, hops)
// An account and the AccountWithKey of it are one: ways that differ in that alone are one way.
RETURN DISTINCT hops,
  CASE WHEN (last(along):DataSource OR last(along):McpTool) AND NOT along[0]:DataSource
    THEN ['DISCOVER', 'READ', 'WRITE', 'ADMIN'][cap - 1] END AS permission,
  any(r IN edges WHERE r.cap < 5) AND all(r IN edges WHERE coalesce(r.permission_known, true)) AS permission_known,
  [n IN along | CASE WHEN n:AccountWithKey THEN {id: 'Account' + substring(n.id, 14), kind: 'Account', name: n.name}
    ELSE {id: n.id, kind: head([label IN labels(n) WHERE label <> 'Entity']), name: n.name} END] AS nodes,
  [r IN edges | {kind: type(r), permission: r.permission, claimed_by: r.claimed_by, since: r.since,
    evidence: r.evidence}] AS edges,
  size(reduce(seen = [], w IN ways | CASE WHEN w.hops IN seen THEN seen ELSE seen + w.hops END)) AS lengths
ORDER BY hops, [n IN nodes | n.id]
LIMIT $k;
