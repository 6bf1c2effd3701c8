// Matrix times vector. Four lanes share a block of 16 interleaved rows, each computing four of them: neighbouring
// lanes read neighbouring weights, and one load of the input serves four rows.
@group(0) @binding(0) var<storage, read_write> target_ : array<f32>;
@group(0) @binding(1) var<storage, read> source : array<vec4<f32>>;
@group(0) @binding(2) var<storage, read> weights : array<f32>;
struct Scalars { outputs : i32, inputs : i32, addsToTarget : i32, gridWidth : u32 }
@group(0) @binding(3) var<uniform> scalars : Scalars;

@compute @workgroup_size(16)
fn project(@builtin(workgroup_id) group : vec3<u32>, @builtin(local_invocation_id) lane : vec3<u32>) {
  let column = i32(group.z * scalars.gridWidth + group.x) * 16 + i32(lane.x);
  let row = column / 4 * 16 + column % 4;
  if (column / 4 * 16 >= scalars.outputs) { return; }
  let quarter = scalars.inputs / 4;
  let input = i32(group.y) * quarter;
  var at = column / 4 * scalars.inputs * 16 + column % 4;
  var a = 0.0;
  var b = 0.0;
  var c = 0.0;
  var d = 0.0;
  for (var i = 0; i < quarter; i++) {
    let x = source[input + i];
    a += x.x * weights[at] + x.y * weights[at + 16] + x.z * weights[at + 32] + x.w * weights[at + 48];
    b += x.x * weights[at + 4] + x.y * weights[at + 20] + x.z * weights[at + 36] + x.w * weights[at + 52];
    c += x.x * weights[at + 8] + x.y * weights[at + 24] + x.z * weights[at + 40] + x.w * weights[at + 56];
    d += x.x * weights[at + 12] + x.y * weights[at + 28] + x.z * weights[at + 44] + x.w * weights[at + 60];
    at += 64;
  }
  let sums = array<f32, 4>(a, b, c, d);
  for (var i = 0; i < 4; i++) {
    let output = row + i * 4;
    if (output >= scalars.outputs) { break; }
    let place = i32(group.y) * scalars.outputs + output;
    if (scalars.addsToTarget != 0) { target_[place] += sums[i]; } else { target_[place] = sums[i]; }
  }
}
