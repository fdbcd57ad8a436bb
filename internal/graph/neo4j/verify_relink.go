package neo4j

import "graphload/internal/graph"

// relink takes evidence to the node that it is of: where there is none and the node at which it is has lost its key, or has
// one that none of its evidence tells of, that node gets the key; else the evidence moves, to a new node if need be.
func (e *evidence) relink(key string, f *graph.Fragment) fix {
	var made map[string]any
	claimed := claimedByReports
	if e.kind == graph.Mentions {
		claimed = claimedByMentions
		m := f.Mentions[e.at]
		m.Target.Key = key
		made = m.Named().Props(m.Target)
	}
	to := graph.Ref{Label: e.ref.Label, Key: key}
	return relink(to, e.kind, e.node, e.link, made, func(w *writer) (bool, error) { return claimed(w, e.ref, e.node) })
}

// relink takes evidence at a link from a node to the one with the right key; made are the properties of a new one.
func relink(to graph.Ref, kind graph.LinkType, node, link string, made map[string]any, claimed func(*writer) (bool, error)) fix {
	return func(w *writer) (bool, error) {
		there, err := w.run(forLabel(verifyExists, to.Label), map[string]any{"key": to.Key})
		if err != nil {
			return false, err
		}
		if len(there) == 0 {
			needed, err := claimed(w)
			if err != nil {
				return false, err
			}
			if !needed {
				return change(fixNodeSet, map[string]any{"id": node, "props": map[string]any{to.Label.KeyProperty(): to.Key}})(w)
			}
			there, err = w.run(forLabel(fixNodeMake, to.Label), map[string]any{"key": to.Key, "props": orNone(made)})
			if err != nil {
				return false, err
			}
		}
		if there[0].text("node") == node {
			return true, nil // it has got the key meanwhile
		}
		done, err := change(forType(fixLinkMove, kind), map[string]any{"link": link, "node": there[0].text("node")})(w)
		if err != nil || kind == graph.Mentions { // whether a node that nobody mentions is needed is asked at the end
			return done, err
		}
		_, err = w.run(fixNodeEmptied, map[string]any{"node": node, "names": nodeNames(to.Label), "types": ourTypes(),
			"labels": ourLabels()})
		return done, err
	}
}

// claimedByMentions reports whether some mention of a node may be of the key that it has.
func claimedByMentions(w *writer, ref graph.Ref, node string) (bool, error) {
	if ref.Key == "" {
		return false, nil
	}
	found, err := w.run(forLabel(verifyClaims, ref.Label), map[string]any{"node": node})
	return len(found) > 0, err
}

// claimedByReports reports whether some report at a statement is of the key that it has.
func claimedByReports(w *writer, ref graph.Ref, _ string) (bool, error) {
	if ref.Key == "" {
		return false, nil
	}
	found, err := w.run(verifyReports, map[string]any{"ids": []string{ref.Key}})
	if err != nil {
		return false, err
	}
	for _, r := range found {
		report, err := statementReport(ref.Key, r)
		if err == nil && report.StatementKey() == ref.Key {
			return true, nil
		}
	}
	return false, nil
}
