// Attention of one head for one token per workgroup: scores with lanes over positions, the sum with lanes over depth.
@group(0) @binding(0) var<storage, read_write> target_ : array<f32>;
@group(0) @binding(1) var<storage, read> mixed : array<f32>;
@group(0) @binding(2) var<storage, read> keys : array<f32>;
@group(0) @binding(3) var<storage, read> values : array<f32>;
struct Scalars { held : i32, gridWidth : u32 }
@group(0) @binding(4) var<uniform> scalars : Scalars;
var<workgroup> scores : array<f32, contextLength>;
var<workgroup> partial : array<f32, 16>;

@compute @workgroup_size(16)
fn attend(@builtin(workgroup_id) group : vec3<u32>, @builtin(local_invocation_id) lane : vec3<u32>) {
  let head = i32(group.x);
  let row = i32(group.y);
  let own = i32(lane.x);
  let keyHead = head / (heads / keyValueHeads);
  let length = scalars.held + row + 1;
  let query = (row * (heads + 2 * keyValueHeads) + head) * headSize;
  var largest = -3.0e38;
  for (var t = own; t < length; t += 16) {
    let page = (t / 16 * keyValueHeads + keyHead) * headSize * 16 + own;
    var score = 0.0;
    for (var d = 0; d < headSize; d++) { score += mixed[query + d] * keys[page + d * 16]; }
    score *= inverseSqrt(f32(headSize));
    scores[t] = score;
    largest = max(largest, score);
  }
  partial[own] = largest;
  workgroupBarrier();
  for (var i = 0; i < 16; i++) { largest = max(largest, partial[i]); }
  workgroupBarrier();
  var total = 0.0;
  for (var t = own; t < length; t += 16) {
    let weight = exp(scores[t] - largest);
    scores[t] = weight;
    total += weight;
  }
  partial[own] = total;
  workgroupBarrier();
  total = 0.0;
  for (var i = 0; i < 16; i++) { total += partial[i]; }
  for (var d = own; d < headSize; d += 16) {
    var sum = 0.0;
    for (var t = 0; t < length; t++) { sum += scores[t] * values[(t * keyValueHeads + keyHead) * headSize + d]; }
    target_[(row * heads + head) * headSize + d] = sum / total;
  }
}
