// Matrix times vector over 4-bit weights in groups of 32, eight to a word, in blocks of 16 interleaved rows.
@group(0) @binding(0) var<storage, read_write> target_ : array<f32>;
@group(0) @binding(1) var<storage, read> source : array<vec4<f32>>;
@group(0) @binding(2) var<storage, read> weights : array<i32>;
@group(0) @binding(3) var<storage, read> scales : array<f32>;
const places = vec4<f32>(1.0, 0.0625, 0.00390625, 0.000244140625);
struct Scalars { outputs : i32, inputs : i32, addsToTarget : i32, gridWidth : u32 }
@group(0) @binding(4) var<uniform> scalars : Scalars;

// Eight weights of a word times `x` and `y`, which come divided by 1, 16, 256 and 4096: so a weight is used where it
// lies in its half word, and only one shift is needed.
fn unpackDot(word : i32, x : vec4<f32>, y : vec4<f32>) -> f32 {
  let high = word >> 16;
  let first = vec4<f32>(f32(word & 0xf), f32(word & 0xf0), f32(word & 0xf00), f32(word & 0xf000));
  let second = vec4<f32>(f32(high & 0xf), f32(high & 0xf0), f32(high & 0xf00), f32(high & 0xf000));
  return dot(first, x) + dot(second, y);
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
      whole += dot(source[input] + source[input + 1], vec4<f32>(1.0));
      let x = source[input] * places;
      let y = source[input + 1] * places;
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
