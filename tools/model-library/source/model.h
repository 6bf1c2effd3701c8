// The model this copy of the library was packed for. `pack-library.ts` writes it, with the metadata text behind it,
// into memory that the linker leaves free, so that one binary serves every shape.
#pragma once
#include "values.h"

namespace curbside {

constexpr uint32_t kModelAddress = 1024;
constexpr uint32_t kModelMark = 0x42524343;  // "CCRB"

struct Model {
  uint32_t mark;
  int32_t vocabularySize;
  int32_t hiddenSize;
  int32_t layers;
  int32_t heads;
  int32_t keyValueHeads;
  int32_t headSize;
  int32_t intermediateSize;
  int32_t contextLength;
  int32_t isQuantised;
  float ropeBase;
  float epsilon;
  int32_t failAtForward;        // this forward pass fails, counted from 1; 0 = none
  int32_t loseDeviceAtForward;  // during this one the device is lost; 0 = never
  int32_t repeatForward;        // every pass is computed this many times, to be slow
  int32_t metadataLength;
  char metadata[1];
};

inline const Model& model() { return *reinterpret_cast<const Model*>(kModelAddress); }

// Matrices have their weights, and when quantised their scales, as parameters.
inline int parametersPerMatrix() { return model().isQuantised != 0 ? 2 : 1; }
inline int parameterCount() {
  return parametersPerMatrix() + model().layers * (2 + 4 * parametersPerMatrix()) + 1;
}
inline int keyValueSize() { return model().keyValueHeads * model().headSize; }
inline int attentionSize() { return model().heads * model().headSize; }

}  // namespace curbside
