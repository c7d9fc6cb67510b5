// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/formats/dataset_format.h"
#include "core/formats/export_sink.h"

#include <QHash>

#include <functional>

namespace core {

/// One instance that is written: known label, not rejected, at least one pixel inside the image.
struct ExportInstance {
    const Annotation& annotation;
    Mask mask; ///< clipped to the image
    int label; ///< its position in ExportPass::labels()
};

/// One image that is written.
struct ExportEntry {
    const ImageInfo* info = nullptr;
    QString path;   ///< of the picture, absolute
    QString given;  ///< its name below the images' deepest common folder
    QString stem;   ///< the same without its suffix; no two images have the same
    QString name;   ///< the stem and the suffix
    QSize size;     ///< of the upright picture, not empty
    int number = 0; ///< from 1
};

struct ExportImage : ExportEntry {
    std::vector<ExportInstance> instances;
    std::vector<Annotation> held; ///< what the instances point at
    /// Lower ones first, in the order in which programs draw them; of equals the later lies on top.
    std::vector<const ExportInstance*> upwards() const;
};

/// What every writer is given: the data set image by image, the place for the bytes and the count of losses.
/// Counting alone runs the same code with a place that keeps nothing.
class ExportPass {
public:
    ExportPass(const ExportSource& source, const ExportOptions& options, ExportSink& sink, unsigned keeps);

    ExportSink& out() { return m_sink; }
    /// Nothing is kept: pictures need not be decoded.
    bool isCounting() const { return !m_sink.keeps(); }
    const ExportOptions& options() const { return m_options; }
    const QList<Label>& labels() const { return m_source.labels; }
    /// All images whose size is known; the others are counted as left out.
    const QList<ExportEntry>& images() const { return m_images; }
    /// Calls `use` for each of them, with its instances. Errors: Cancelled, those of `use` and of the source.
    Status forEachImage(const std::function<Status(const ExportImage&)>& use);
    /// The same in another order: positions in images(), each once.
    Status forEachImage(const QList<qsizetype>& order, const std::function<Status(const ExportImage&)>& use);
    /// Copies the picture into the export unless the options say not to.
    Status copyPicture(const ExportImage& image, const QString& name);
    /// To be called for every instance that was written, with the mask that a reader gets.
    void written(const ExportInstance& instance, const Mask& readBack);
    /// Instances that this format can't take.
    void skipped(int instances) { m_counter.addSkipped(instances); }
    LossReport report() const { return m_counter.report(); }

private:
    void nameImages();
    static Status cancelled();
    Result<ExportImage> imageOf(const ExportEntry& entry);
    Status countUnknown();

    const ExportSource& m_source;
    const ExportOptions& m_options;
    ExportSink& m_sink;
    LossCounter m_counter;
    QList<ExportEntry> m_images;
    QList<ImageId> m_unknown; ///< nobody knows their size
    QHash<LabelId, int> m_labels;
    bool m_cancelled = false; ///< while the images were looked at
};

} // namespace core
