// Sampling without sorting: WebLLM only hands the result of `argsort_probs` on to `sample_with_top_p`, so the first
// passes the probabilities through and the second finds the nucleus by bisection.
#include "sampling.h"

#include "kernels.h"
#include "model.h"
#include "tensors.h"

namespace curbside {
namespace {

constexpr int64_t kLanes = 64;

int64_t groupsFor(int64_t items) { return partsOf(items, kLanes); }

TensorObject* createToken() {
  const int64_t sizes[] = {1};
  return createTensor(sizes, 1, kSigned, 32, kGraphics);
}

}  // namespace

int32_t softmaxWithTemperature(FunctionObject*, Value* arguments, int32_t, Value* result) {
  const int64_t sizes[] = {1, 1, model().vocabularySize};
  TensorObject* probabilities = createTensor(sizes, 3, kFloat, 32, kGraphics);
  Launch(Kernel::Softmax)
      .buffer(probabilities)
      .buffer(tensorAt(arguments, 0))
      .buffer(tensorAt(arguments, 1))
      .whole(model().vocabularySize)
      .run(1);
  give(result, probabilities);
  return finishLaunches();
}

int32_t passProbabilities(FunctionObject*, Value* arguments, int32_t, Value* result) {
  ArrayObject* pair = createArray(2);
  copyOwned(&arguments[0], &pair->items[0]);
  give(&pair->items[1], createToken());
  give(result, pair);
  return 0;
}

int32_t sampleWithTopP(FunctionObject*, Value* arguments, int32_t, Value* result) {
  TensorObject* token = createToken();
  Launch(Kernel::Sample)
      .buffer(token)
      .buffer(tensorAt(arguments, 0))
      .buffer(tensorAt(arguments, 2))
      .buffer(tensorAt(arguments, 4))
      .whole(model().vocabularySize)
      .run(1);
  give(result, token);
  return finishLaunches();
}

int32_t applyBitmask(FunctionObject*, Value* arguments, int32_t, Value*) {
  Launch(Kernel::MaskBits)
      .buffer(tensorAt(arguments, 0))
      .buffer(tensorAt(arguments, 2))
      .whole(model().vocabularySize)
      .run(groupsFor(model().vocabularySize));
  return finishLaunches();
}

int32_t applyLogitBias(FunctionObject*, Value* arguments, int32_t, Value*) {
  const int64_t tokens = itemCount(tensorAt(arguments, 2));
  Launch(Kernel::AddBias)
      .buffer(tensorAt(arguments, 0))
      .buffer(tensorAt(arguments, 2))
      .buffer(tensorAt(arguments, 3))
      .whole(tokens)
      .run(groupsFor(tokens));
  return finishLaunches();
}

int32_t applyPenalty(FunctionObject*, Value* arguments, int32_t, Value*) {
  const int64_t tokens = itemCount(tensorAt(arguments, 3));
  Launch(Kernel::Penalise)
      .buffer(tensorAt(arguments, 0))
      .buffer(tensorAt(arguments, 3))
      .buffer(tensorAt(arguments, 4))
      .buffer(tensorAt(arguments, 5))
      .whole(tokens)
      .run(groupsFor(tokens));
  return finishLaunches();
}

}  // namespace curbside
