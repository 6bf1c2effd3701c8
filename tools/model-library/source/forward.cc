// One forward pass of a Llama-type model: RMS norm, grouped-query attention with rotary positions, gated feed-forward,
// and the embedding matrix once more as the output head.
#include "forward.h"

#include "device.h"
#include "kernels.h"
#include "model.h"
#include "tensors.h"

namespace curbside {
namespace {

constexpr int64_t kRowsPerGroup = 64;  // output rows of one workgroup of Project and Gate
constexpr int64_t kLanes = 64;         // items of one workgroup of Embed and Rotate

int forwardCount;

// Parameters come in the order of the metadata; a quantised matrix is two of them.
class Parameters {
 public:
  explicit Parameters(const ArrayObject* array) : array_(array) {}
  const TensorObject* vector() { return next(); }
  int matrix() {
    const int first = at_;
    at_ += parametersPerMatrix();
    return first;
  }
  void bind(Launch& launch, int matrix) const {
    for (int i = 0; i < parametersPerMatrix(); i++) launch.buffer(at(matrix + i));
  }

 private:
  const TensorObject* at(int index) const { return static_cast<TensorObject*>(array_->items[index].object); }
  const TensorObject* next() { return at(at_++); }
  const ArrayObject* array_;
  int at_ = 0;
};

struct Workspace {
  int64_t rows;
  TensorObject* state;
  TensorObject* normal;
  TensorObject* mixed;     // queries, keys and values
  TensorObject* attended;
  TensorObject* gated;
  TensorObject* last;
};
Workspace workspace;

// Kept between passes and replaced when more tokens come at once than ever before.
void prepareWorkspace(int64_t rows) {
  if (rows <= workspace.rows) return;
  TensorObject* old[] = {workspace.state,    workspace.normal, workspace.mixed,
                         workspace.attended, workspace.gated,  workspace.last};
  for (TensorObject* tensor : old) drop(tensor);
  workspace.rows = rows;
  workspace.state = createMatrix(rows, model().hiddenSize);
  workspace.normal = createMatrix(rows, model().hiddenSize);
  workspace.mixed = createMatrix(rows, attentionSize() + 2 * keyValueSize());
  workspace.attended = createMatrix(rows, attentionSize());
  workspace.gated = createMatrix(rows, model().intermediateSize);
  workspace.last = createMatrix(1, model().hiddenSize);
}

void normalise(const TensorObject* to, const TensorObject* from, const TensorObject* gain, int64_t rows,
               int64_t firstRow = 0) {
  Launch(Kernel::Normalise)
      .buffer(to)
      .buffer(from)
      .buffer(gain)
      .whole(model().hiddenSize)
      .whole(firstRow)
      .real(model().epsilon)
      .run(rows);
}

struct Product {
  const TensorObject* to;
  const TensorObject* from;
  int64_t outputs;
  int64_t inputs;
  int64_t rows;
  bool addsToTarget;
};

void project(const Parameters& parameters, int matrix, const Product& product) {
  Launch launch(Kernel::Project);
  launch.buffer(product.to).buffer(product.from);
  parameters.bind(launch, matrix);
  launch.whole(product.outputs).whole(product.inputs).whole(product.addsToTarget ? 1 : 0);
  launch.run(partsOf(product.outputs, kRowsPerGroup), product.rows);
}

void attend(const Parameters& parameters, int mixing, int output, CacheObject* cache, int layer, int64_t rows) {
  const int64_t mixedSize = attentionSize() + 2 * keyValueSize();
  project(parameters, mixing, {workspace.mixed, workspace.normal, mixedSize, model().hiddenSize, rows, false});
  Launch(Kernel::Rotate)
      .buffer(workspace.mixed)
      .buffer(cache->keys[layer])
      .buffer(cache->values[layer])
      .whole(cache->length)
      .real(model().ropeBase)
      .run(partsOf(mixedSize / 2, kLanes), rows);
  Launch(Kernel::Attend)
      .buffer(workspace.attended)
      .buffer(workspace.mixed)
      .buffer(cache->keys[layer])
      .buffer(cache->values[layer])
      .whole(cache->length)
      .run(model().heads, rows);
  project(parameters, output, {workspace.state, workspace.attended, model().hiddenSize, attentionSize(), rows, true});
}

void feedForward(const Parameters& parameters, int gate, int down, int64_t rows) {
  Launch launch(Kernel::Gate);
  launch.buffer(workspace.gated).buffer(workspace.normal);
  parameters.bind(launch, gate);
  launch.whole(model().intermediateSize).whole(model().hiddenSize);
  launch.run(partsOf(model().intermediateSize, kRowsPerGroup), rows);
  project(parameters, down,
          {workspace.state, workspace.gated, model().hiddenSize, model().intermediateSize, rows, true});
}

TensorObject* computeLogits(const ArrayObject* weights, const TensorObject* embedding, CacheObject* cache,
                            int64_t rows) {
  Parameters parameters(weights);
  const int table = parameters.matrix();
  copyTensor(const_cast<TensorObject*>(embedding), workspace.state, 0, byteCount(embedding));
  for (int layer = 0; layer < model().layers; layer++) {
    normalise(workspace.normal, workspace.state, parameters.vector(), rows);
    const int mixing = parameters.matrix();
    const int output = parameters.matrix();
    attend(parameters, mixing, output, cache, layer, rows);
    normalise(workspace.normal, workspace.state, parameters.vector(), rows);
    const int gate = parameters.matrix();
    const int down = parameters.matrix();
    feedForward(parameters, gate, down, rows);
  }
  normalise(workspace.last, workspace.state, parameters.vector(), 1, rows - 1);
  const int64_t sizes[] = {1, 1, model().vocabularySize};
  TensorObject* logits = createTensor(sizes, 3, kFloat, 32, kGraphics);
  project(parameters, table, {logits, workspace.last, model().vocabularySize, model().hiddenSize, 1, false});
  return logits;
}

int32_t checkParameters(const Value& value) {
  if (value.type != kArray) return fail("The forward pass was called without its weights.");
  const uint32_t count = static_cast<ArrayObject*>(value.object)->count;
  if (static_cast<int>(count) == parameterCount()) return 0;
  return fail("This model lists % weights; a model of its shape has %.", count, parameterCount());
}

// The faults a package can be made with, so that tests meet them in the real engine.
int32_t meetFault() {
  forwardCount++;
  if (forwardCount == model().loseDeviceAtForward) loseDevice();
  if (forwardCount == model().failAtForward) return fail("Forward pass % fails, as this package asks.", forwardCount);
  return 0;
}

}  // namespace

int32_t embedTokens(FunctionObject*, Value* arguments, int32_t, Value* result) {
  if (checkParameters(arguments[1]) != 0) return -1;
  const Parameters parameters(arrayAt(arguments, 1));
  const int64_t tokens = tensorAt(arguments, 0)->sizes[0];
  TensorObject* embedding = createMatrix(tokens, model().hiddenSize);
  Launch launch(Kernel::Embed);
  launch.buffer(embedding).buffer(tensorAt(arguments, 0));
  parameters.bind(launch, 0);
  launch.whole(tokens * model().hiddenSize).whole(model().hiddenSize);
  launch.run(partsOf(tokens * model().hiddenSize, kLanes));
  give(result, embedding);
  return finishLaunches();
}

int32_t forward(FunctionObject*, Value* arguments, int32_t, Value* result) {
  if (checkParameters(arguments[2]) != 0) return -1;
  if (arguments[1].type != kCacheState) return fail("The forward pass was called without its cache.");
  CacheObject* cache = static_cast<CacheObject*>(arguments[1].object);
  const TensorObject* embedding = tensorAt(arguments, 0);
  const int64_t rows = embedding->sizes[1];
  if (cache->length + rows > cache->capacity) {
    return fail("% tokens do not fit: the cache holds %.", cache->length + rows, cache->capacity);
  }
  if (meetFault() != 0) return -1;
  prepareWorkspace(rows);
  TensorObject* logits = nullptr;
  for (int i = 0; i < model().repeatForward; i++) {
    drop(logits);
    logits = computeLogits(arrayAt(arguments, 2), embedding, cache, rows);
  }
  ArrayObject* output = createArray(2);
  give(&output->items[0], logits);
  copyOwned(&arguments[1], &output->items[1]);
  give(result, output);
  return finishLaunches();
}

}  // namespace curbside
