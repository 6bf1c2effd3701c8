// Probabilities from logits at a temperature, with the largest logit taken off first so that nothing overflows.
@group(0) @binding(0) var<storage, read_write> target_ : array<f32>;
@group(0) @binding(1) var<storage, read> logits : array<f32>;
@group(0) @binding(2) var<storage, read> temperature : array<f32>;
struct Scalars { items : i32, gridWidth : u32 }
@group(0) @binding(3) var<uniform> scalars : Scalars;
var<workgroup> partial : array<f32, 16>;

@compute @workgroup_size(16)
fn softmax(@builtin(local_invocation_id) lane : vec3<u32>) {
  let own = i32(lane.x);
  var largest = -3.0e38;
  for (var i = own; i < scalars.items; i += 16) { largest = max(largest, logits[i]); }
  partial[own] = largest;
  workgroupBarrier();
  for (var i = 0; i < 16; i++) { largest = max(largest, partial[i]); }
  workgroupBarrier();
  var total = 0.0;
  for (var i = own; i < scalars.items; i += 16) {
    let weight = exp((logits[i] - largest) / temperature[0]);
    target_[i] = weight;
    total += weight;
  }
  partial[own] = total;
  workgroupBarrier();
  total = 0.0;
  for (var i = 0; i < 16; i++) { total += partial[i]; }
  for (var i = own; i < scalars.items; i += 16) { target_[i] = target_[i] / total; }
}
