// The first half of the feed-forward part: gate and value rows together, and gate * sigmoid(gate) * value written.
// The value rows lie after all gate rows, so each lane computes four of either.
@group(0) @binding(0) var<storage, read_write> target_ : array<f32>;
@group(0) @binding(1) var<storage, read> source : array<vec4<f32>>;
@group(0) @binding(2) var<storage, read> weights : array<f32>;
struct Scalars { outputs : i32, inputs : i32, gridWidth : u32 }
@group(0) @binding(3) var<uniform> scalars : Scalars;

fn fourRows(first : i32, input : i32) -> vec4<f32> {
  var at = first;
  var a = 0.0;
  var b = 0.0;
  var c = 0.0;
  var d = 0.0;
  for (var i = 0; i < scalars.inputs / 4; i++) {
    let x = source[input + i];
    a += x.x * weights[at] + x.y * weights[at + 16] + x.z * weights[at + 32] + x.w * weights[at + 48];
    b += x.x * weights[at + 4] + x.y * weights[at + 20] + x.z * weights[at + 36] + x.w * weights[at + 52];
    c += x.x * weights[at + 8] + x.y * weights[at + 24] + x.z * weights[at + 40] + x.w * weights[at + 56];
    d += x.x * weights[at + 12] + x.y * weights[at + 28] + x.z * weights[at + 44] + x.w * weights[at + 60];
    at += 64;
  }
  return vec4<f32>(a, b, c, d);
}

@compute @workgroup_size(16)
fn gate(@builtin(workgroup_id) group : vec3<u32>, @builtin(local_invocation_id) lane : vec3<u32>) {
  let column = i32(group.x) * 16 + i32(lane.x);
  let row = column / 4 * 16 + column % 4;
  let blocks = (scalars.outputs + 15) / 16;
  if (column / 4 >= blocks) { return; }
  let input = i32(group.y) * (scalars.inputs / 4);
  let gates = fourRows(column / 4 * scalars.inputs * 16 + column % 4, input);
  let values = fourRows((blocks + column / 4) * scalars.inputs * 16 + column % 4, input);
  for (var i = 0; i < 4; i++) {
    let output = row + i * 4;
    if (output >= scalars.outputs) { break; }
    target_[i32(group.y) * scalars.outputs + output] = gates[i] / (1.0 + exp(-gates[i])) * values[i];
  }
}
