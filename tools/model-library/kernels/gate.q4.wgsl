// The first half of the feed-forward part over 4-bit weights: gate * sigmoid(gate) * value.
@group(0) @binding(0) var<storage, read_write> target_ : array<f32>;
@group(0) @binding(1) var<storage, read> source : array<vec4<f32>>;
@group(0) @binding(2) var<storage, read> weights : array<u32>;
@group(0) @binding(3) var<storage, read> scales : array<f32>;
struct Scalars { outputs : i32, inputs : i32, gridWidth : u32 }
@group(0) @binding(4) var<uniform> scalars : Scalars;

fn unpackDot(word : u32, x : vec4<f32>, y : vec4<f32>) -> f32 {
  let low = vec4<f32>(f32(word & 15), f32((word >> 4) & 15), f32((word >> 8) & 15), f32((word >> 12) & 15));
  let high = vec4<f32>(f32((word >> 16) & 15), f32((word >> 20) & 15), f32((word >> 24) & 15), f32(word >> 28));
  return dot(low, x) + dot(high, y);
}

fn fourRows(block : i32, lane : i32, firstInput : i32) -> vec4<f32> {
  let groups = scalars.inputs / 32;
  var input = firstInput;
  var at = block * groups * 64 + lane;
  var scaleAt = block * groups * 16 + lane;
  var sums = vec4<f32>();
  for (var g = 0; g < groups; g++) {
    var part = vec4<f32>();
    var whole = 0.0;
    for (var i = 0; i < 4; i++) {
      let x = source[input];
      let y = source[input + 1];
      whole += dot(x + y, vec4<f32>(1.0));
      part.x += unpackDot(weights[at], x, y);
      part.y += unpackDot(weights[at + 4], x, y);
      part.z += unpackDot(weights[at + 8], x, y);
      part.w += unpackDot(weights[at + 12], x, y);
      input += 2;
      at += 16;
    }
    let scale = vec4<f32>(scales[scaleAt], scales[scaleAt + 4], scales[scaleAt + 8], scales[scaleAt + 12]);
    sums += (part - vec4<f32>(7.0 * whole)) * scale;
    scaleAt += 16;
  }
  return sums;
}

@compute @workgroup_size(16)
fn gate(@builtin(workgroup_id) group : vec3<u32>, @builtin(local_invocation_id) lane : vec3<u32>) {
  let column = i32(group.x) * 16 + i32(lane.x);
  let row = column / 4 * 16 + column % 4;
  let blocks = (scalars.outputs + 15) / 16;
  if (column / 4 >= blocks) { return; }
  let input = i32(group.y) * (scalars.inputs / 4);
  let gates = fourRows(column / 4, column % 4, input);
  let values = fourRows(blocks + column / 4, column % 4, input);
  for (var i = 0; i < 4; i++) {
    let output = row + i * 4;
    if (output >= scalars.outputs) { break; }
    target_[i32(group.y) * scalars.outputs + output] = gates[i] / (1.0 + exp(-gates[i])) * values[i];
  }
}
