// Forbids every token whose bit of the grammar's mask is not set.
@group(0) @binding(0) var<storage, read_write> logits : array<f32>;
@group(0) @binding(1) var<storage, read> bits : array<i32>;
struct Scalars { items : i32, gridWidth : u32 }
@group(0) @binding(2) var<uniform> scalars : Scalars;

@compute @workgroup_size(64)
fn maskBits(@builtin(workgroup_id) group : vec3<u32>, @builtin(local_invocation_id) lane : vec3<u32>) {
  let item = i32(group.x) * 64 + i32(lane.x);
  if (item >= scalars.items) { return; }
  if (((bits[item / 32] >> u32(item % 32)) & 1) == 0) { logits[item] = -3.0e38; }
}
