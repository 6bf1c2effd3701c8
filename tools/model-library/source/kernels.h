// The compute kernels: their text for WebLLM to compile, and launching them.
#pragma once
#include "model.h"
#include "values.h"

namespace curbside {

enum class Kernel : int {
  Embed,
  Normalise,
  Project,
  Gate,
  Rotate,
  Attend,
  Softmax,
  Sample,
  MaskBits,
  AddBias,
  Penalise,
  Count,
};

// One launch: buffers, then scalars, in the order of the kernel's bindings, then `run`. After one launch has failed
// the others of the same computation do nothing, and `finishLaunches` gives the failure.
class Launch {
 public:
  explicit Launch(Kernel kernel) : kernel_(kernel) {}
  Launch& buffer(const TensorObject* tensor);
  Launch& whole(int64_t number);
  Launch& real(double number);
  void run(int64_t groupsAcross, int64_t groupsDown = 1);

 private:
  static constexpr int kMost = 16;
  Kernel kernel_;
  int count_ = 0;
  Value arguments_[kMost];
};

int32_t finishLaunches();
int32_t listKernels(FunctionObject*, Value*, int32_t, Value* result);
int32_t readKernel(FunctionObject*, Value* arguments, int32_t, Value* result);
int32_t acceptKernel(FunctionObject*, Value* arguments, int32_t, Value*);

}  // namespace curbside
