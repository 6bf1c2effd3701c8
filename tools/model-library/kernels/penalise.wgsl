// Lowers the logits of tokens that have appeared: for being there, for each time, and by a factor for repetition.
@group(0) @binding(0) var<storage, read_write> logits : array<f32>;
@group(0) @binding(1) var<storage, read> tokens : array<i32>;
@group(0) @binding(2) var<storage, read> counts : array<i32>;
@group(0) @binding(3) var<storage, read> penalties : array<f32>;
struct Scalars { items : i32, gridWidth : u32 }
@group(0) @binding(4) var<uniform> scalars : Scalars;

@compute @workgroup_size(64)
fn penalise(@builtin(workgroup_id) group : vec3<u32>, @builtin(local_invocation_id) lane : vec3<u32>) {
  let item = i32(group.x) * 64 + i32(lane.x);
  if (item >= scalars.items) { return; }
  let token = tokens[item];
  let lowered = logits[token] - penalties[0] - f32(counts[item]) * penalties[1];
  logits[token] = select(lowered / penalties[2], lowered * penalties[2], lowered < 0.0);
}
