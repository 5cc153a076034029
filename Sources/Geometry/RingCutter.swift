import Model

/// A straight line whose left side is kept.
struct CuttingSide {
  /// What is kept is where `x · a + y · b + c` is not negative.
  fileprivate var a: Double
  fileprivate var b: Double
  fileprivate var c: Double

  /// The left of the way from one point to another.
  init(_ from: Coordinate, _ to: Coordinate) {
    a = from.y - to.y
    b = to.x - from.x
    c = from.x * to.y - to.x * from.y
  }

  /// What has a greater, or a smaller, abscissa.
  init(abscissa: Double, keepsGreater: Bool) {
    let sign: Double = keepsGreater ? 1 : -1
    (a, b, c) = (sign, 0, -sign * abscissa)
  }

  /// What has a greater, or a smaller, ordinate.
  init(ordinate: Double, keepsGreater: Bool) {
    let sign: Double = keepsGreater ? 1 : -1
    (a, b, c) = (0, sign, -sign * ordinate)
  }
}

/// A ring that sides cut, in its own buffer: abscissas and ordinates apart, so that a side looks at several
/// vertices in one instruction.
///
/// Not copyable, since an area asks some thousand times and nothing of it may be counted or copied
/// unseen.
@safe struct RingCutter: ~Copyable {
  /// Room for that many vertices, twice: abscissas, ordinates, and the same for what a cut leaves.
  private var capacity: Int
  private var buffer: UnsafeMutablePointer<Double>
  private var x: UnsafeMutablePointer<Double>
  private var y: UnsafeMutablePointer<Double>
  private var spareX: UnsafeMutablePointer<Double>
  private var spareY: UnsafeMutablePointer<Double>
  private(set) var count = 0

  init(capacity: Int = 64) {
    self.capacity = capacity
    unsafe buffer = .allocate(capacity: 4 * capacity)
    unsafe x = buffer
    unsafe y = buffer + capacity
    unsafe spareX = buffer + 2 * capacity
    unsafe spareY = buffer + 3 * capacity
  }

  deinit {
    unsafe buffer.deallocate()
  }

  /// The vertex at an index.
  subscript(index: Int) -> Coordinate {
    precondition(index < count)
    return unsafe Coordinate(x[index], y[index])
  }

  /// Begins a new ring.
  mutating func removeAll() { count = 0 }

  /// Adds a vertex to the ring.
  mutating func append(_ vertex: Coordinate) {
    makeRoom(for: count + 1)
    unsafe x[count] = vertex.x
    unsafe y[count] = vertex.y
    count += 1
  }

  /// Becomes another ring.
  mutating func copy(_ other: borrowing RingCutter) {
    count = 0
    makeRoom(for: other.count)
    unsafe x.update(from: other.x, count: other.count)
    unsafe y.update(from: other.y, count: other.count)
    count = other.count
  }

  /// Keeps what lies to the left of a side.
  ///
  /// Linear in the vertices.
  mutating func cut(_ side: CuttingSide) {
    if count == 0 || !isCrossed(by: side) { return }
    // Whatever leaves comes back: no more than a new vertex on each edge.
    makeRoom(for: 2 * count)
    let (x, y, nextX, nextY) = unsafe (self.x, self.y, spareX, spareY)
    var kept = 0
    var lastX = unsafe x[count - 1]
    var lastY = unsafe y[count - 1]
    var before = lastX * side.a + lastY * side.b + side.c
    for index in 0..<count {
      let abscissa = unsafe x[index]
      let ordinate = unsafe y[index]
      let height = abscissa * side.a + ordinate * side.b + side.c
      if (height < 0) != (before < 0) {
        let part = before / (before - height)
        unsafe nextX[kept] = lastX + part * (abscissa - lastX)
        unsafe nextY[kept] = lastY + part * (ordinate - lastY)
        kept &+= 1
      }
      if height >= 0 {
        unsafe nextX[kept] = abscissa
        unsafe nextY[kept] = ordinate
        kept &+= 1
      }
      (lastX, lastY, before) = (abscissa, ordinate, height)
    }
    count = kept
    unsafe (self.x, spareX) = (nextX, x)
    unsafe (self.y, spareY) = (nextY, y)
  }

  /// Keeps what lies in a box.
  mutating func cut(to box: BoundingBox) {
    cut(CuttingSide(abscissa: box.minX, keepsGreater: true))
    cut(CuttingSide(abscissa: box.maxX, keepsGreater: false))
    cut(CuttingSide(ordinate: box.minY, keepsGreater: true))
    cut(CuttingSide(ordinate: box.maxY, keepsGreater: false))
  }

  /// The area inside the ring, positive when it turns counter-clockwise.
  ///
  /// Linear in the vertices.
  var signedArea: Double {
    guard count > 2 else { return 0 }
    var doubled = 0.0
    let (startX, startY) = unsafe (x[0], y[0])
    var (lastX, lastY) = (0.0, 0.0)
    for index in 1..<count {
      let (abscissa, ordinate) = unsafe (x[index] - startX, y[index] - startY)
      doubled += lastX * ordinate - abscissa * lastY
      (lastX, lastY) = (abscissa, ordinate)
    }
    return doubled / 2
  }

  /// The area inside the ring, whichever way it turns.
  var area: Double { abs(signedArea) }

  private func isCrossed(by side: CuttingSide) -> Bool {
    let (x, y) = unsafe (self.x, self.y)
    var outside: UInt64 = 0
    for index in 0..<count {
      // The bit of the sign, without a branch.
      outside |= unsafe (x[index] * side.a + y[index] * side.b + side.c).bitPattern
    }
    return outside >> 63 != 0
  }

  private mutating func makeRoom(for vertices: Int) {
    guard vertices > capacity else { return }
    var grown = RingCutter(capacity: max(vertices, 2 * capacity))
    grown.copy(self)
    swap(&self, &grown)
  }
}
