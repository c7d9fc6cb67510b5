// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/project/annotation.h"
#include "core/store/byte_stream.h"

#include <vector>

namespace core {

// The values of a project in bytes, for the journal and for columns of the file. A reader that meets
// something that writing never makes is marked as failed; its values then mean nothing. `version` is that of
// the edit.

void writeMask(ByteWriter& to, const Mask& mask);
/// Spans in order, with gaps within a row and rows only downwards.
Mask readMask(ByteReader& from);

void writeValues(ByteWriter& to, const AttributeValues& values);
/// Ids ascend, so that equal values have equal bytes.
AttributeValues readValues(ByteReader& from);

void writeFields(ByteWriter& to, const Fields& fields);
/// Version 1 had the flags of locked and hidden only, so its fields read alike.
Fields readFields(ByteReader& from);

void writeEffort(ByteWriter& to, const Effort& effort);
Effort readEffort(ByteReader& from);

void writeAnnotation(ByteWriter& to, const Annotation& annotation);
Annotation readAnnotation(ByteReader& from, int version);

void writeAttributes(ByteWriter& to, const QList<Attribute>& attributes);
QList<Attribute> readAttributes(ByteReader& from);

/// Ascending ids as differences, since those of one data set lie close together.
void writeIds(ByteWriter& to, const std::vector<AnnotationId>& ids);
std::vector<AnnotationId> readIds(ByteReader& from);

void writeValue(ByteWriter& to, const Label& label);
void readValue(ByteReader& from, int version, Label& label);
void writeValue(ByteWriter& to, const ImageInfo& image);
void readValue(ByteReader& from, int version, ImageInfo& image);

} // namespace core
