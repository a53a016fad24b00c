//! People who are alike poured into tables. Imports nothing of ours.

/// Whether supplies can be shared out over tables within the bounds of every arc and every table: a
/// flow with lower bounds, met first (Ford and Fulkerson).
pub fn pours(supply: &[i64], arcs: &[Vec<(i64, i64)>], rooms: &[(i64, i64)]) -> bool {
    let (kinds, tables) = (supply.len(), rooms.len());
    let mut flow: Vec<Vec<i64>> = vec![vec![0; tables]; kinds];
    let mut out = supply.to_vec();
    let mut into = vec![0i64; tables];
    for kind in 0..kinds {
        for table in 0..tables {
            let (low, high) = arcs[kind][table];
            if high < low.max(0) {
                return false;
            }
            flow[kind][table] = low.max(0);
            out[kind] -= low.max(0);
            into[table] += low.max(0);
        }
    }
    if out.iter().any(|&left| left < 0) || into.iter().zip(rooms).any(|(&into, room)| into > room.1) {
        return false;
    }
    // First every table to its fewest, then everybody to a seat.
    for to_least in [true, false] {
        for kind in 0..kinds {
            while out[kind] > 0 {
                let wants =
                    |table: usize| into[table] < if to_least { rooms[table].0 } else { rooms[table].1 };
                let Some(path) = chain(kind, &flow, arcs, &wants) else { break };
                let end = path[path.len() - 1];
                into[end] += 1;
                out[kind] -= 1;
                flow[kind][path[0]] += 1;
                for (k, pair) in path[1..].chunks(2).enumerate() {
                    // Somebody of another kind makes room by going on to the next table.
                    let (other, next) = (pair[0], pair[1]);
                    flow[other][path[2 * k]] -= 1;
                    flow[other][next] += 1;
                }
            }
        }
    }
    out.iter().all(|&left| left == 0) && into.iter().zip(rooms).all(|(&into, room)| into >= room.0)
}

/// A chain from a kind with people left to a table that wants one: table, then pairs of the kind that
/// makes room there and the table it goes to.
fn chain(
    kind: usize,
    flow: &[Vec<i64>],
    arcs: &[Vec<(i64, i64)>],
    wants: &dyn Fn(usize) -> bool,
) -> Option<Vec<usize>> {
    let tables = flow.first().map_or(0, Vec::len);
    let mut came: Vec<Option<(usize, usize)>> = vec![None; tables];
    let mut seen = vec![false; tables];
    let mut queue: Vec<usize> = vec![];
    for table in 0..tables {
        if flow[kind][table] < arcs[kind][table].1 {
            seen[table] = true;
            queue.push(table);
        }
    }
    let mut at = 0;
    while at < queue.len() {
        let table = queue[at];
        at += 1;
        if wants(table) {
            let mut path = vec![table];
            let mut now = table;
            while let Some((before, other)) = came[now] {
                path.push(other);
                path.push(before);
                now = before;
            }
            path.reverse();
            return Some(path);
        }
        for other in 0..flow.len() {
            if flow[other][table] > arcs[other][table].0.max(0) {
                for next in 0..tables {
                    if !seen[next] && flow[other][next] < arcs[other][next].1 {
                        seen[next] = true;
                        came[next] = Some((table, other));
                        queue.push(next);
                    }
                }
            }
        }
    }
    None
}
