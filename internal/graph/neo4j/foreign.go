package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// refuseForeign keeps graphload from mixing its graph with another one that uses the same labels: it would take the nodes
// of others for its own. Asked once, before the first constraint is made. Nodes with other labels are no hindrance; they
// are never touched.
func (db *DB) refuseForeign(ctx context.Context) error {
	found, err := db.read(ctx, foreignFind, nil)
	if err != nil || len(found) == 0 {
		return err
	}
	var labels []string
	for _, r := range found {
		labels = append(labels, r.text("label"))
	}
	slices.Sort(labels)
	return &Error{Kind: Other, Message: fmt.Sprintf("the database holds nodes with the label %s that graphload has not loaded",
		strings.Join(labels, ", ")), Hint: "use another database, or give those nodes another label; nothing was changed"}
}
