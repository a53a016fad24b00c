//! Which unit is tried next. Imports nothing.

/// Units by how much they took part in dead ends lately, in a heap.
pub(super) struct Order {
    weight: Vec<f64>,
    step: f64,
    heap: Vec<u32>,
    /// Place of each unit in the heap; the greatest number where it is not in it.
    place: Vec<u32>,
}

impl Order {
    pub(super) fn new(weight: Vec<f64>) -> Self {
        let mut order = Self { place: vec![u32::MAX; weight.len()], heap: Vec::new(), step: 1.0, weight };
        (0..order.weight.len() as u32).for_each(|u| order.insert(u));
        order
    }

    pub(super) fn weight(&self, u: u32) -> f64 {
        self.weight[u as usize]
    }

    fn before(&self, a: u32, b: u32) -> bool {
        self.weight(a).total_cmp(&self.weight(b)).then(b.cmp(&a)).is_gt()
    }

    fn set(&mut self, at: usize, u: u32) {
        self.heap[at] = u;
        self.place[u as usize] = at as u32;
    }

    fn rise(&mut self, mut at: usize) {
        let u = self.heap[at];
        while at > 0 && self.before(u, self.heap[(at - 1) / 2]) {
            self.set(at, self.heap[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        self.set(at, u);
    }

    fn sink(&mut self, mut at: usize) {
        let u = self.heap[at];
        loop {
            let mut child = 2 * at + 1;
            if child + 1 < self.heap.len() && self.before(self.heap[child + 1], self.heap[child]) {
                child += 1;
            }
            if child >= self.heap.len() || !self.before(self.heap[child], u) {
                break;
            }
            self.set(at, self.heap[child]);
            at = child;
        }
        self.set(at, u);
    }

    pub(super) fn insert(&mut self, u: u32) {
        if self.place[u as usize] == u32::MAX {
            self.heap.push(u);
            self.rise(self.heap.len() - 1);
        }
    }

    pub(super) fn pop(&mut self) -> Option<u32> {
        let top = *self.heap.first()?;
        let last = self.heap.pop()?;
        self.place[top as usize] = u32::MAX;
        if last != top {
            self.set(0, last);
            self.sink(0);
        }
        Some(top)
    }

    pub(super) fn bump(&mut self, u: u32) {
        self.weight[u as usize] += self.step;
        if self.weight[u as usize] > 1e100 {
            self.weight.iter_mut().for_each(|w| *w *= 1e-100);
            self.step *= 1e-100;
        }
        if self.place[u as usize] != u32::MAX {
            self.rise(self.place[u as usize] as usize);
        }
    }

    /// What was bumped before counts for a little less from now on.
    pub(super) fn fade(&mut self) {
        self.step /= 0.95;
    }
}
