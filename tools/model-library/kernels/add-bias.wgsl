// Adds the request's bias to the logits of its tokens.
@group(0) @binding(0) var<storage, read_write> logits : array<f32>;
@group(0) @binding(1) var<storage, read> tokens : array<i32>;
@group(0) @binding(2) var<storage, read> bias : array<f32>;
struct Scalars { items : i32, gridWidth : u32 }
@group(0) @binding(3) var<uniform> scalars : Scalars;

@compute @workgroup_size(64)
fn addBias(@builtin(workgroup_id) group : vec3<u32>, @builtin(local_invocation_id) lane : vec3<u32>) {
  let item = i32(group.x) * 64 + i32(lane.x);
  if (item < scalars.items) { logits[tokens[item]] += bias[item]; }
}
