// Matrix times vector over 4-bit weights in groups of 32, eight to a word, in blocks of 16 interleaved rows.
@group(0) @binding(0) var<storage, read_write> target_ : array<f32>;
@group(0) @binding(1) var<storage, read> source : array<vec4<f32>>;
@group(0) @binding(2) var<storage, read> weights : array<u32>;
@group(0) @binding(3) var<storage, read> scales : array<f32>;
struct Scalars { outputs : i32, inputs : i32, addsToTarget : i32, gridWidth : u32 }
@group(0) @binding(4) var<uniform> scalars : Scalars;

fn unpackDot(word : u32, x : vec4<f32>, y : vec4<f32>) -> f32 {
  let low = vec4<f32>(f32(word & 15), f32((word >> 4) & 15), f32((word >> 8) & 15), f32((word >> 12) & 15));
  let high = vec4<f32>(f32((word >> 16) & 15), f32((word >> 20) & 15), f32((word >> 24) & 15), f32(word >> 28));
  return dot(low, x) + dot(high, y);
}

@compute @workgroup_size(16)
fn project(@builtin(workgroup_id) group : vec3<u32>, @builtin(local_invocation_id) lane : vec3<u32>) {
  let column = i32(group.z * scalars.gridWidth + group.x) * 16 + i32(lane.x);
  let row = column / 4 * 16 + column % 4;
  if (column / 4 * 16 >= scalars.outputs) { return; }
  let groups = scalars.inputs / 32;
  var input = i32(group.y) * scalars.inputs / 4;
  var at = column / 4 * (scalars.inputs / 8) * 16 + column % 4;
  var scaleAt = column / 4 * groups * 16 + column % 4;
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
  for (var i = 0; i < 4; i++) {
    let output = row + i * 4;
    if (output >= scalars.outputs) { break; }
    let place = i32(group.y) * scalars.outputs + output;
    if (scalars.addsToTarget != 0) { target_[place] += sums[i]; } else { target_[place] = sums[i]; }
  }
}
