// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/tools/tool.h"

#include <QObject>

#include <map>
#include <memory>

namespace gui {

class PointTool;

/// The tools and which one is current. Hands the model's answers and undo to it.
class ToolManager : public QObject {
    Q_OBJECT
public:
    ToolManager(ToolHost& host, Session& session, QObject* parent = nullptr);
    ~ToolManager() override;

    QList<ToolId> ids() const; ///< all of them
    ToolId currentId() const { return m_current; }
    Tool& current() { return *m_tools.at(m_current); }
    PointTool& points();
    /// `over`: the pointer, in the image.
    void setCurrent(ToolId id, QPointF over);

signals:
    void currentChanged(gui::ToolId id);

private:
    std::map<ToolId, std::unique_ptr<Tool>> m_tools;
    ToolId m_current = ToolId::Select;
};

} // namespace gui
