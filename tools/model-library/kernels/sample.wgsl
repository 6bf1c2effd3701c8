// Draws a token from the nucleus: the smallest set of most probable tokens that together reach top_p. Its least
// probability is found by narrowing an interval with four cuts a pass; then one draw decides among what is left.
@group(0) @binding(0) var<storage, read_write> token : array<i32>;
@group(0) @binding(1) var<storage, read> probabilities : array<f32>;
@group(0) @binding(2) var<storage, read> chance : array<f32>;
@group(0) @binding(3) var<storage, read> topP : array<f32>;
struct Scalars { items : i32, gridWidth : u32 }
@group(0) @binding(4) var<uniform> scalars : Scalars;
var<workgroup> partial : array<vec4<f32>, 16>;

fn sumOfPartials() -> vec4<f32> {
  workgroupBarrier();
  var total = vec4<f32>();
  for (var i = 0; i < 16; i++) { total += partial[i]; }
  workgroupBarrier();
  return total;
}

fn draw(least : f32, largest : f32) -> i32 {
  var total = 0.0;
  for (var i = 0; i < 16; i++) { total += partial[i].x; }
  let wanted = chance[0] * total;
  var reached = 0.0;
  var column = 0;
  while (column < 15 && reached + partial[column].x < wanted) {
    reached += partial[column].x;
    column++;
  }
  var drawn = -1;
  for (var i = column; i < scalars.items; i += 16) {
    if (probabilities[i] < least) { continue; }
    drawn = i;
    reached += probabilities[i];
    if (reached >= wanted) { return drawn; }
  }
  // Rounding can lead to a column that holds nothing: then the most probable token stands.
  for (var i = 0; drawn < 0 && i < scalars.items; i++) {
    if (probabilities[i] >= largest) { drawn = i; }
  }
  return drawn;
}

@compute @workgroup_size(16)
fn sample(@builtin(local_invocation_id) lane : vec3<u32>) {
  let own = i32(lane.x);
  var largest = 0.0;
  for (var i = own; i < scalars.items; i += 16) { largest = max(largest, probabilities[i]); }
  partial[own] = vec4<f32>(largest);
  workgroupBarrier();
  for (var i = 0; i < 16; i++) { largest = max(largest, partial[i].x); }
  workgroupBarrier();
  var least = 0.0;
  var width = largest;
  let goal = vec4<f32>(min(topP[0], 0.999999));
  let passes = select(11, 0, topP[0] >= 1.0);
  for (var pass_ = 0; pass_ < passes; pass_++) {
    width *= 0.2;
    let cuts = vec4<f32>(least) + width * vec4<f32>(1.0, 2.0, 3.0, 4.0);
    var kept = vec4<f32>();
    for (var i = own; i < scalars.items; i += 16) {
      let probability = vec4<f32>(probabilities[i]);
      kept += select(vec4<f32>(), probability, probability >= cuts);
    }
    partial[own] = kept;
    let reached = select(vec4<f32>(), vec4<f32>(1.0), sumOfPartials() >= goal);
    least += width * dot(reached, vec4<f32>(1.0));
  }
  var sum = 0.0;
  for (var i = own; i < scalars.items; i += 16) { sum += select(0.0, probabilities[i], probabilities[i] >= least); }
  partial[own] = vec4<f32>(sum, 0.0, 0.0, 0.0);
  workgroupBarrier();
  if (own == 0) { token[0] = draw(least, largest); }
}
