// Short questions for Neo4j Browser: save each as a favourite. They walk the graph as it holds now; the files in
// queries/cypher answer for any moment, with permissions along the way.

// Which generation does the graph show?
MATCH (p:RemitProjection) RETURN p.generation AS generation, p.digest AS digest, datetime({epochMillis: p.built_at / 1000}) AS built_at;

// How many of each kind?
MATCH (e:Entity) UNWIND labels(e) AS kind WITH kind WHERE kind <> 'Entity' RETURN kind, count(*) AS nodes ORDER BY nodes DESC;

// Who may administer data directly?
MATCH (p:Entity)-[r:CAN_ACCESS {permission: 'ADMIN'}]->(d:DataSource)
WHERE r.since <= timestamp() * 1000 < r.until
RETURN p.id AS who, d.id AS data, r.claimed_by AS claimed_by, r.evidence AS evidence ORDER BY who, data LIMIT 100;

// What do people who left still hold?
MATCH (i:Identity {status: 'departed'})-[h:HAS_ACCOUNT|HAS_CREDENTIAL*1..2]->(held:Entity)
WHERE all(r IN h WHERE r.since <= timestamp() * 1000 < r.until)
RETURN DISTINCT i.name AS who, labels(held)[-1] AS kind, held.id AS id, held.status AS status ORDER BY who, id LIMIT 100;

// Which keys have not been used for ninety days, or never?
MATCH (c:Credential {status: 'active'})
WHERE c.last_used_at IS NULL OR datetime(c.last_used_at) < datetime() - duration({days: 90})
RETURN c.id AS credential, c.type AS type, c.last_used_at AS last_used_at ORDER BY last_used_at LIMIT 100;

// Which MCP servers that nobody approved can touch which data?
MATCH p = (s:McpServer)-[:RUNS_AS|EXPOSES|CAN_ACCESS|CONTAINS*1..5]->(d:DataSource)
WHERE coalesce(s.approval, 'unreviewed') <> 'approved'
  AND all(r IN relationships(p) WHERE r.since <= timestamp() * 1000 < r.until)
RETURN s.id AS server, s.approval AS approval, collect(DISTINCT d.id)[..20] AS data ORDER BY server LIMIT 100;

// Which secrets stand in configurations in the clear?
MATCH (holder:Entity)-[:HAS_CREDENTIAL|RUNS_AS]->(c:Credential {literal: true})
RETURN holder.id AS holder, c.id AS credential, c.type AS type, c.hint AS hint ORDER BY holder, credential LIMIT 100;

// What is granted and was never used?
MATCH (a:Account)-[g:CAN_ACCESS]->(d:DataSource)
WHERE g.since <= timestamp() * 1000 < g.until AND NOT EXISTS { (a)-[:USED]->(d) }
RETURN a.id AS account, g.permission AS permission, d.id AS data ORDER BY account, data LIMIT 100;

// Who spent most on which model, over all time?
MATCH (a:Entity)-[u:USED]->(m:Model)
WITH a, m, max(u.cost_nano) AS cost_nano, max(u.requests) AS requests
RETURN a.id AS principal, m.id AS model, toFloat(cost_nano) / 1e9 AS cost, requests ORDER BY cost DESC LIMIT 25;

// Who answers for what?
MATCH (o:Entity)-[:ANSWERS_FOR]->(e:Entity) RETURN o.id AS who, e.id AS answers_for ORDER BY who, answers_for LIMIT 100;

// Draw everything within three steps of one node
// :param id => 'Identity:hr/yusuf.demir'
MATCH p = (:Entity {id: $id})-[*1..3]->(:Entity) RETURN p LIMIT 300;
