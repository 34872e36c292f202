// Which live routes to data has nobody to answer for them?
//
// Parameters (:param sets one in Neo4j Browser):
//   :param at => timestamp() * 1000
//     the moment asked about, microseconds since 1970
//   :param basis => [1, 2]
//     [1] is GRANTED: claimed edges; [1, 2] is EITHER: and edges seen in use, where nobody vouches for grants on what
//     is used; [2, 3] is OBSERVED: edges seen in use alone
// Columns: principal, name, state, because (code and id of each root it hangs on), target, permission, hops;
//   one row per principal that nobody answers for and data source that it reaches. state:
//   'ORPHANED'   all who held it or answered for it left, were suspended, or are groups without an active human;
//   'UNKNOWN'    it hangs on somebody of whom nobody says whether they are there, on a server that is nobody's, or on
//                principals that answer for each other in a circle;
//   'UNDECIDED'  it hangs on an account, a credential or a service identity without any owner: whether that is
//                an orphan or unknown depends on what the directories cover, which the snapshot knows.
//
// Answered for is the least fixpoint of: an active human is; so is what an identity or account that is holds, what an
// identity or group that is, or a group with an active human in it, answers for, and an MCP server that is in one person's
// own configuration alone if that person is. Nobody answers for a human but they themselves. No rule takes anything
// away, so it is a walk backwards from each principal.
//
// What the snapshot's answer says beside this: UNRESOLVED_ACCOUNT, EXTERNAL_EMAIL and NO_OWNER, since when and on what
// evidence, shadow accounts, spend, last use, witnesses; principals that were only seen in use. It folds what only an orphan holds
// under that orphan, and lists the topmost data source of a tree alone; here each stands in a row of its own.
MATCH (shown:RemitProjection {name: 'projection'})
WITH shown.edition AS g
// Groups that answer for something: with an active human in them, nested or behind an account, or perhaps with one.
CALL (g) {
  MATCH (o:Group)-[r:ANSWERS_FOR]->()
  WHERE r.born <= g AND g < r.died AND r.since <= $at AND $at < r.until
  WITH DISTINCT g, o
  MATCH walk = (o)<-[:MEMBER_OF|MEMBER_OF_CUT|HOLDS*1..]-(i:Identity)
  WHERE all(r IN relationships(walk) WHERE r.born <= g AND g < r.died AND r.since <= $at AND $at < r.until
    AND (NOT r:HOLDS OR endNode(r):Account))
  WITH DISTINCT o, i
  WITH o, last([k IN range(0, coalesce(size(i.type_since), 0) - 1)
      WHERE i.type_since[k] <= $at | i.type_was[k]]) AS type,
    last([k IN range(0, coalesce(size(i.status_since), 0) - 1)
      WHERE i.status_since[k] <= $at | i.status_was[k]]) AS status
  WHERE coalesce(type, '') IN ['', 'human']
  WITH o, collect(coalesce(status, '')) AS found
  RETURN collect(CASE WHEN 'active' IN found THEN o END) AS manned,
    collect(CASE WHEN any(status IN found WHERE NOT status IN ['departed', 'suspended']) THEN o END) AS maybe
}
MATCH (p:Identity|Account|Credential|McpServer)
WHERE p.born <= g AND g < p.died
CALL (g, p) {
  // A server that one person alone connects to is that person's.
  MATCH (p:McpServer)<-[r:CONNECTS_TO|CONNECTS_TO_CUT]-(c)
  WHERE r.born <= g AND g < r.died AND r.since <= $at AND $at < r.until
  WITH collect(DISTINCT c) AS connected
  RETURN CASE WHEN size(connected) = 1 AND head(connected):Identity THEN connected ELSE [] END AS own
}
CALL (g, p, own) {
  UNWIND [p] + own AS begin
  MATCH walk = (begin)<-[:HOLDS|ANSWERS_FOR*0..]-(x:Entity)
  WHERE all(r IN relationships(walk) WHERE r.born <= g AND g < r.died AND r.since <= $at AND $at < r.until
    AND NOT (endNode(r):Identity AND coalesce(last([k IN range(0, coalesce(size(endNode(r).type_since), 0) - 1)
      WHERE endNode(r).type_since[k] <= $at | endNode(r).type_was[k]]), '') IN ['', 'human']))
  WITH DISTINCT x
  WITH x, x:Identity AND coalesce(last([k IN range(0, coalesce(size(x.type_since), 0) - 1)
      WHERE x.type_since[k] <= $at | x.type_was[k]]), '')
      IN ['', 'human'] AS human,
    coalesce(last([k IN range(0, coalesce(size(x.status_since), 0) - 1)
      WHERE x.status_since[k] <= $at | x.status_was[k]]), '') AS status
  RETURN collect(x) AS behind, any(one IN collect(human AND status = 'active') WHERE one) AS someone,
    collect(CASE WHEN human AND status IN ['departed', 'suspended'] THEN x END) AS left,
    collect(CASE WHEN human AND NOT status IN ['departed', 'suspended'] THEN x END) AS unsure
}
WITH g, p, own, left, unsure, maybe, [x IN behind WHERE x IN manned] AS answering, someone
WHERE NOT someone AND size(answering) = 0
// The routes of those who are left, as in blast-radius.cypher; one principal at a time, so that memory stays small.
CALL (g, p) {
  UNWIND [4, 3, 2, 1] AS level
  MATCH walk = (p)-[:HAS_ACCOUNT|HAS_CREDENTIAL|RUNS_AS|MEMBER_OF|ACCOUNT_IN|CAN_USE|CONNECTS_TO|EXPOSES
    |CAN_ACCESS|CONTAINS|USED*1..]->(v:DataSource)
  WHERE all(r IN relationships(walk) WHERE r.born <= g AND g < r.died
    AND r.since <= $at AND $at < r.until AND r.walk IN $basis AND r.cap >= level)
  WITH level, v, min(length(walk)) AS hops
  ORDER BY level DESC
  WITH v, head(collect([level, hops])) AS best
  RETURN collect([v, best[0], best[1]]) AS routes
}
WITH *
WHERE size(routes) > 0
// On whom each hangs: backwards, through groups, but not beyond people; a group for which nobody answers is an end too.
CALL (g, p, own, left, unsure) {
  UNWIND [p] + own AS begin
  MATCH walk = (begin)<-[:HOLDS|ANSWERS_FOR*0..]-(x:Entity)
  WHERE all(r IN relationships(walk) WHERE r.born <= g AND g < r.died AND r.since <= $at AND $at < r.until
    AND NOT endNode(r) IN left AND NOT endNode(r) IN unsure)
  WITH DISTINCT g, p, own, left, unsure, x
  RETURN collect({
    node: x,
    alone: NOT x IN left AND NOT x IN unsure AND NOT (x = p AND size(own) > 0) AND NOT EXISTS {
      MATCH (x)<-[r:HOLDS|ANSWERS_FOR]-()
      WHERE r.born <= g AND g < r.died AND r.since <= $at AND $at < r.until
    },
    circle: NOT x IN left AND NOT x IN unsure AND EXISTS {
      MATCH walk = (x)<-[:HOLDS|ANSWERS_FOR*1..]-(again:Entity)
      WHERE all(r IN relationships(walk) WHERE r.born <= g AND g < r.died AND r.since <= $at AND $at < r.until
        AND NOT endNode(r) IN left AND NOT endNode(r) IN unsure)
      WITH DISTINCT x, again
      WHERE again = x
      RETURN again
    }
  }) AS behind
}
WITH p, routes, left, [b IN behind WHERE b.node IN left OR b.node:Group AND b.alone] AS roots,
  any(b IN behind WHERE b.circle OR b.node IN maybe OR b.node IN unsure OR b.alone AND b.node:McpServer) AS unknown,
  any(b IN behind WHERE b.alone AND NOT b.node:Group) AS undecided
WITH p, routes, left, roots, CASE WHEN unknown THEN 'UNKNOWN' WHEN undecided THEN 'UNDECIDED' ELSE 'ORPHANED' END AS state
WITH p.id AS principal, p.name AS name, state, routes,
  CASE state WHEN 'ORPHANED' THEN [b IN roots | {id: b.node.id, code: CASE WHEN b.node:Group THEN 'EMPTY_OWNER_GROUP'
    WHEN last([k IN range(0, size(b.node.status_since) - 1) WHERE b.node.status_since[k] <= $at
      | b.node.status_was[k]]) = 'departed' THEN 'DEPARTED_OWNER' ELSE 'SUSPENDED_OWNER' END}] ELSE [] END AS because
UNWIND routes AS route
RETURN principal, name, state, because, route[0].id AS target,
  [null, 'DISCOVER', 'READ', 'WRITE', 'ADMIN'][route[1]] AS permission, route[2] AS hops
ORDER BY principal, route[1] DESC, hops, target;
