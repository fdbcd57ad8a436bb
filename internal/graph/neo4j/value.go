package neo4j

import (
	"math"
	"strings"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// value turns a value of Neo4j into plain Go values that encode to JSON:
//
//	node           {"labels": […], "properties": {…}}
//	relationship   {"type": "SAID", "properties": {…}}
//	path           [node, relationship, node, …]
//	date, time …   a string in ISO 8601
//	point          {"srid": 4326, "x": …, "y": …}, with "z" where there is one
//	NaN, ±Inf      "NaN", "+Inf", "-Inf"
func value(v any) any {
	switch x := v.(type) {
	case []any:
		list := make([]any, 0, len(x))
		for _, e := range x {
			list = append(list, value(e))
		}
		return list
	case map[string]any:
		return values(x)
	case driver.Node:
		return map[string]any{"labels": anyList(x.Labels), "properties": values(x.Props)}
	case driver.Relationship:
		return map[string]any{"type": x.Type, "properties": values(x.Props)}
	case driver.Path:
		return path(x)
	case driver.Date:
		return x.String()
	case driver.LocalDateTime:
		return x.String()
	case driver.LocalTime:
		return x.String()
	case driver.OffsetTime:
		return x.String()
	case driver.Duration:
		return x.String()
	case time.Time:
		return x.Format(time.RFC3339Nano)
	case driver.Point2D:
		return map[string]any{"srid": int64(x.SpatialRefId), "x": x.X, "y": x.Y}
	case driver.Point3D:
		return map[string]any{"srid": int64(x.SpatialRefId), "x": x.X, "y": x.Y, "z": x.Z}
	case float64:
		switch {
		case math.IsNaN(x):
			return "NaN"
		case math.IsInf(x, 1):
			return "+Inf"
		case math.IsInf(x, -1):
			return "-Inf"
		}
		return x
	case []byte:
		return strings.ToValidUTF8(string(x), "\uFFFD")
	}
	return v
}

func values(m map[string]any) map[string]any {
	out := make(map[string]any, len(m))
	for k, v := range m {
		out[k] = value(v)
	}
	return out
}

func path(p driver.Path) []any {
	var steps []any
	for i, n := range p.Nodes {
		if i > 0 && i <= len(p.Relationships) {
			steps = append(steps, value(p.Relationships[i-1]))
		}
		steps = append(steps, value(n))
	}
	return steps
}

func anyList(list []string) []any {
	out := make([]any, 0, len(list))
	for _, s := range list {
		out = append(out, s)
	}
	return out
}
