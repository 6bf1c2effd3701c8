// Root-mean-square norm of one row per workgroup.
@group(0) @binding(0) var<storage, read_write> target_ : array<f32>;
@group(0) @binding(1) var<storage, read> source : array<f32>;
@group(0) @binding(2) var<storage, read> gain : array<f32>;
struct Scalars { width : i32, firstRow : i32, epsilon : f32, gridWidth : u32 }
@group(0) @binding(3) var<uniform> scalars : Scalars;
var<workgroup> partial : array<f32, 16>;

@compute @workgroup_size(16)
fn normalise(@builtin(workgroup_id) group : vec3<u32>, @builtin(local_invocation_id) lane : vec3<u32>) {
  let first = (i32(group.x) + scalars.firstRow) * scalars.width;
  var squares = 0.0;
  for (var i = i32(lane.x); i < scalars.width; i += 16) {
    let value = source[first + i];
    squares += value * value;
  }
  partial[lane.x] = squares;
  workgroupBarrier();
  var total = 0.0;
  for (var i = 0; i < 16; i++) { total += partial[i]; }
  let factor = inverseSqrt(total / f32(scalars.width) + scalars.epsilon);
  for (var i = i32(lane.x); i < scalars.width; i += 16) {
    target_[i32(group.x) * scalars.width + i] = source[first + i] * factor * gain[i];
  }
}
