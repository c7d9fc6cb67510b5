// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/media/deep_image.h"
#include "core/project/annotation.h"

#include <QByteArray>
#include <QImage>
#include <QObject>
#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <stop_token>

namespace core {

/// A decoded picture as a person sees it: EXIF orientation applied, 8-bit RGB for the screen and the engine.
struct LoadedImage {
    ImageId id;
    QString path;
    QImage image;      ///< Format_RGB32, oriented
    QByteArray hash;   ///< content hash of the file's bytes: SHA-256, 32 bytes
    bool deep = false; ///< the file holds more than 8 bits a channel; `image` is a window of it
    std::shared_ptr<const DeepImage> samples; ///< of a deep picture, as stored
    DisplayWindow window;                     ///< the one that `image` shows
};

/// Decodes one file on the calling thread; files are only ever read. Any thread. 16-bit greyscale is
/// stretched between its 0.1 and 99.9 percentiles, never truncated; so are other deep samples. Errors, each
/// one clear sentence: NotFound, CorruptFile (0 bytes, cut off, not an image), Unsupported (format; more than
/// kMaxPixels), OutOfMemory; Cancelled soon after `stop` is requested.
Result<LoadedImage> loadImageFile(const QString& path, const std::stop_token& stop = {});
/// Size of the upright picture from its header, in about a millisecond. Same errors.
Result<QSize> imageFileSize(const QString& path);
/// Largest picture that is decoded whole: 20,000 x 20,000 fits.
inline constexpr qint64 kMaxPixels = 500'000'000;
/// File name patterns ("*.png") of the formats this installation reads.
QStringList imageNameFilters();

/// Decodes off the UI thread (two threads for loads, one for prefetches). Only the newest load() is answered,
/// always, by loaded() or failed(); it stops the decoding of what was asked for before. Prefetches run one at
/// a time, so that a thread is always free for what the user waits for; a new load() forgets those that wait,
/// and a prefetch that fails says nothing. Lives on the UI thread.
class ImageLoader : public QObject {
    Q_OBJECT
public:
    using Read = std::function<Result<LoadedImage>(const QString& path, const std::stop_token& stop)>;

    explicit ImageLoader(QObject* parent = nullptr, Read read = loadImageFile);
    ~ImageLoader() override;
    /// If this very file is being prefetched, that result is taken instead of decoding it twice.
    void load(ImageId id, const QString& path);
    void prefetch(ImageId id, const QString& path);

signals:
    void loaded(const core::LoadedImage& image);
    void prefetched(const core::LoadedImage& image);
    void failed(core::ImageId id, const QString& message);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace core
