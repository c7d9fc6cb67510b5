<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BoxTool</name>
    <message>
        <source>%1 can&apos;t search by example; type a phrase instead.</source>
        <translation>%1 不能按示例查找，请输入短语。</translation>
    </message>
    <message>
        <source>Drag a box round an example; Alt-drag round what it is not</source>
        <translation>拖出框住示例；按住 Alt 框住不是的东西</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Find more like this</source>
        <translation>查找类似的</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+拖动</translation>
    </message>
    <message>
        <source>Not like this; right button too</source>
        <translation>不是这样的；右键也可以</translation>
    </message>
    <message>
        <source>Click a mask</source>
        <translation>单击掩膜</translation>
    </message>
    <message>
        <source>Take its box</source>
        <translation>取用它的框</translation>
    </message>
</context>
<context>
    <name>BrushTool</name>
    <message>
        <source>Erase %1</source>
        <translation>擦除 %1</translation>
    </message>
    <message>
        <source>Paint %1</source>
        <translation>绘制 %1</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>One stroke: one step to undo</source>
        <translation>一笔：一个撤销步骤</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+单击</translation>
    </message>
    <message>
        <source>Straight stroke from the last one</source>
        <translation>从上一笔画直线</translation>
    </message>
    <message>
        <source>Hold Alt</source>
        <translation>按住 Alt</translation>
    </message>
    <message>
        <source>Brush erases, eraser paints</source>
        <translation>画笔擦除，橡皮擦绘制</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+滚轮</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1，%2 px</translation>
    </message>
    <message>
        <source>Hold Shift</source>
        <translation>按住 Shift</translation>
    </message>
    <message>
        <source>Keeps the stroke on a line</source>
        <translation>使笔画保持直线</translation>
    </message>
</context>
<context>
    <name>CutTool</name>
    <message>
        <source>Cut</source>
        <translation>切割</translation>
    </message>
    <message>
        <source>Nothing was cut: the line must cross an unlocked instance from side to side.</source>
        <translation>没有切割任何内容：线条必须从一侧到另一侧穿过未锁定的实例。</translation>
    </message>
    <message>
        <source>Draw a line across %1 to cut it; Shift keeps the line straight</source>
        <translation>画一条穿过 %1 的线来切割；Shift 保持直线</translation>
    </message>
    <message>
        <source>Draw a line across an instance to cut it; Shift keeps the line straight</source>
        <translation>画一条穿过实例的线来切割；Shift 保持直线</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Line that cuts</source>
        <translation>切割线</translation>
    </message>
    <message>
        <source>Hold Shift</source>
        <translation>按住 Shift</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>直线</translation>
    </message>
</context>
<context>
    <name>DragTool</name>
    <message>
        <source>Drag round the pixels. %1</source>
        <translation>围绕像素拖动。%1</translation>
    </message>
    <message>
        <source>Drag a box. %1</source>
        <translation>拖出一个方框。%1</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Adds the pixels inside</source>
        <translation>添加其中的像素</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+拖动</translation>
    </message>
    <message>
        <source>Takes them away</source>
        <translation>将其移除</translation>
    </message>
</context>
<context>
    <name>MaskTool</name>
    <message>
        <source>This instance is locked. Unlock it with Ctrl+L to change it.</source>
        <translation>该实例已锁定。按 Ctrl+L 解锁后再修改。</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>添加到 %1</translation>
    </message>
    <message>
        <source>Take from %1</source>
        <translation>从 %1 移除</translation>
    </message>
    <message>
        <source>Takes from %1</source>
        <translation>从 %1 移除</translation>
    </message>
    <message>
        <source>Adds to %1</source>
        <translation>添加到 %1</translation>
    </message>
    <message>
        <source>Edits the mask it begins in</source>
        <translation>编辑起点所在的掩码</translation>
    </message>
    <message>
        <source>Begin inside a mask to take from it</source>
        <translation>从掩码内部开始以从中移除</translation>
    </message>
    <message>
        <source>Makes a new %1</source>
        <translation>新建一个 %1</translation>
    </message>
</context>
<context>
    <name>PointTool</name>
    <message>
        <source>No model that answers clicks is loaded. Brush and eraser work without one.</source>
        <translation>没有加载能响应单击的模型。画笔和橡皮擦无需模型即可使用。</translation>
    </message>
    <message>
        <source>This instance is locked. Unlock it with Ctrl+L to correct it.</source>
        <translation>此实例已锁定。按 Ctrl+L 解锁后再修正。</translation>
    </message>
    <message>
        <source>Click on the object first; the right button then takes parts away.</source>
        <translation>请先单击对象；之后用右键去掉多余部分。</translation>
    </message>
    <message>
        <source>Select the instance to tidy first.</source>
        <translation>请先选择要整理的实例。</translation>
    </message>
    <message>
        <source>The model found nothing there. Try a point nearer the middle, or drag a box.</source>
        <translation>模型在那里没有找到任何东西。请点更靠近中间的位置，或拖出一个框。</translation>
    </message>
    <message>
        <source>Box on %1</source>
        <translation>%1 上的框</translation>
    </message>
    <message>
        <source>Point on %1</source>
        <translation>%1 上的点</translation>
    </message>
    <message>
        <source>Tidy %1</source>
        <translation>整理 %1</translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation>正在询问模型 …</translation>
    </message>
    <message>
        <source>Shape %1 of %2, score %3: Tab shows the next; a click corrects it</source>
        <translation>形状 %1/%2，得分 %3：Tab 显示下一个；单击可修正</translation>
    </message>
    <message>
        <source>Left click adds to %1, right click takes away, drag draws its box, Ctrl+drag a scribble</source>
        <translation>左键添加到 %1，右键去掉，拖动画框，Ctrl+拖动涂画</translation>
    </message>
    <message>
        <source>Click on an object or drag its box: a new %1</source>
        <translation>单击对象或拖出其框：新建 %1</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>This belongs to it</source>
        <translation>这属于它</translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation>右键单击</translation>
    </message>
    <message>
        <source>This does not</source>
        <translation>这不属于它</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Box around it</source>
        <translation>框住它</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Ctrl+拖动</translation>
    </message>
    <message>
        <source>Scribble: points along the line</source>
        <translation>涂画：沿线取点</translation>
    </message>
    <message>
        <source>Right-drag</source>
        <translation>右键拖动</translation>
    </message>
    <message>
        <source>Scribble on what does not belong to it</source>
        <translation>涂画不属于它的部分</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Another shape for the same click</source>
        <translation>同一次点击的另一形状</translation>
    </message>
</context>
<context>
    <name>PolygonTool</name>
    <message>
        <source>A polygon needs three corners. Click on, or press Esc.</source>
        <translation>多边形需要三个角。请继续点击，或按 Esc。</translation>
    </message>
    <message>
        <source>Enter or a double-click closes the shape, Backspace takes the last corner back</source>
        <translation>Enter 或双击闭合形状，Backspace 撤回最后一个角</translation>
    </message>
    <message>
        <source>Click corner after corner. %1</source>
        <translation>逐个点击角点。%1</translation>
    </message>
    <message>
        <source>Click along an edge; the line follows it. %1</source>
        <translation>沿边缘点击，线条会跟随。%1</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Next corner; Alt at the first one takes away</source>
        <translation>下一个角；第一个角按 Alt 为移除</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Moves a corner</source>
        <translation>移动一个角</translation>
    </message>
    <message>
        <source>Enter, double-click</source>
        <translation>Enter、双击</translation>
    </message>
    <message>
        <source>Closes the shape</source>
        <translation>闭合形状</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格键</translation>
    </message>
    <message>
        <source>Takes the last corner back</source>
        <translation>撤回最后一个角</translation>
    </message>
    <message>
        <source>Hold Ctrl</source>
        <translation>按住 Ctrl</translation>
    </message>
    <message>
        <source>No snapping to other borders</source>
        <translation>不吸附到其他边界</translation>
    </message>
</context>
<context>
    <name>SelectTool</name>
    <message>
        <source>Click accepts this proposal, X rejects it</source>
        <translation>单击接受此候选，按 X 拒绝</translation>
    </message>
    <message>
        <source>Click selects, again selects what lies below; drag selects several</source>
        <translation>单击选择，再次单击选择下方的；拖动可多选</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>Select; again: the instance below</source>
        <translation>选择；再次：下方的实例</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+单击</translation>
    </message>
    <message>
        <source>Select one more</source>
        <translation>再选一个</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Select all inside the band</source>
        <translation>选择框内全部</translation>
    </message>
    <message>
        <source>Click a proposal</source>
        <translation>单击候选</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>接受它</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Zoom to the instance</source>
        <translation>缩放到实例</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+滚轮</translation>
    </message>
    <message>
        <source>Walk down and up through what lies there</source>
        <translation>上下逐个选取该处重叠的实例</translation>
    </message>
</context>
<context>
    <name>Tool</name>
    <message>
        <source>Click or drag</source>
        <translation>单击或拖动</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
</context>
<context>
    <name>VertexTool</name>
    <message>
        <source>Delete vertex of %1</source>
        <translation>删除 %1 的顶点</translation>
    </message>
    <message>
        <source>Move vertices of %1</source>
        <translation>移动 %1 的顶点</translation>
    </message>
    <message>
        <source>Delete vertices of %1</source>
        <translation>删除 %1 的多个顶点</translation>
    </message>
    <message>
        <source>Click an instance to edit its outline</source>
        <translation>点击实例以编辑其轮廓</translation>
    </message>
    <message>
        <source>Chosen vertices: %1. A drag moves them, Delete removes them</source>
        <translation>已选顶点：%1。拖动移动，Delete 删除</translation>
    </message>
    <message>
        <source>Drag a vertex, or the line to add one; Alt-click removes; drag a box to choose</source>
        <translation>拖动顶点，或拖动线条添加；Alt 点击删除；拖出方框选择</translation>
    </message>
    <message>
        <source>Tracing the outline …</source>
        <translation>正在描绘轮廓 …</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Moves vertices, or adds one on the line</source>
        <translation>移动顶点，或在线上添加</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+点击</translation>
    </message>
    <message>
        <source>Removes a vertex</source>
        <translation>删除一个顶点</translation>
    </message>
    <message>
        <source>Drag beside</source>
        <translation>在旁边拖动</translation>
    </message>
    <message>
        <source>Chooses those in a box</source>
        <translation>选择方框中的顶点</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete 键</translation>
    </message>
    <message>
        <source>Removes the chosen ones</source>
        <translation>删除所选顶点</translation>
    </message>
</context>
<context>
    <name>WandTool</name>
    <message>
        <source>Drag right for more, left for less: tolerance %1</source>
        <translation>向右增加，向左减少：容差 %1</translation>
    </message>
    <message>
        <source>Click takes similar pixels (tolerance %1), a drag sets how similar. %2</source>
        <translation>点击选取相似像素（容差 %1），拖动设置相似程度。%2</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Adds similar pixels</source>
        <translation>添加相似像素</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Sets how similar</source>
        <translation>设置相似程度</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+点击</translation>
    </message>
    <message>
        <source>Takes them away</source>
        <translation>将其移除</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Open &amp;folder …</source>
        <translation>打开文件夹(&amp;F) …</translation>
    </message>
    <message>
        <source>Label the images of a folder</source>
        <translation>标注文件夹中的图像</translation>
    </message>
    <message>
        <source>Open &amp;project …</source>
        <translation>打开项目(&amp;P) …</translation>
    </message>
    <message>
        <source>Open a .maskwright file</source>
        <translation>打开 .maskwright 文件</translation>
    </message>
    <message>
        <source>Add &amp;images …</source>
        <translation>添加图像(&amp;I) …</translation>
    </message>
    <message>
        <source>Add image files to the project</source>
        <translation>将图像文件添加到项目</translation>
    </message>
    <message>
        <source>Open &amp;demo project</source>
        <translation>打开演示项目(&amp;D)</translation>
    </message>
    <message>
        <source>Pictures to try everything on</source>
        <translation>可以尝试所有功能的图片</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>再次执行更改</translation>
    </message>
    <message>
        <source>&amp;Delete instance</source>
        <translation>删除实例(&amp;D)</translation>
    </message>
    <message>
        <source>Delete what is selected</source>
        <translation>删除所选内容</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>All of the current label; again: all</source>
        <translation>当前标签的全部；再次：所有</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>拒绝(&amp;J)</translation>
    </message>
    <message>
        <source>Reject the proposal or instance under the pointer</source>
        <translation>拒绝指针下的候选或实例</translation>
    </message>
    <message>
        <source>&amp;Fill holes</source>
        <translation>填充孔洞(&amp;F)</translation>
    </message>
    <message>
        <source>Fill the holes of what is selected</source>
        <translation>填充所选内容的孔洞</translation>
    </message>
    <message>
        <source>Keep the &amp;largest part</source>
        <translation>保留最大部分(&amp;L)</translation>
    </message>
    <message>
        <source>Drop the islands of what is selected</source>
        <translation>去掉所选内容的孤岛</translation>
    </message>
    <message>
        <source>&amp;Grow by a pixel</source>
        <translation>扩大一个像素(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock</source>
        <translation>锁定或解锁(&amp;L)</translation>
    </message>
    <message>
        <source>A locked instance can&apos;t be changed</source>
        <translation>锁定的实例不能更改</translation>
    </message>
    <message>
        <source>&amp;Hide or show</source>
        <translation>隐藏或显示(&amp;H)</translation>
    </message>
    <message>
        <source>Hide what is selected</source>
        <translation>隐藏所选内容</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>选择(&amp;S)</translation>
    </message>
    <message>
        <source>Pick instances; click again for the one below</source>
        <translation>选取实例；再次单击选下方的</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>画笔(&amp;B)</translation>
    </message>
    <message>
        <source>Paint on the selected instance, or a new one; Alt erases</source>
        <translation>在所选实例或新实例上绘制；Alt 擦除</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>橡皮擦(&amp;E)</translation>
    </message>
    <message>
        <source>Erase from the selected instance; Alt paints</source>
        <translation>从所选实例擦除；Alt 绘制</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>点(&amp;P)</translation>
    </message>
    <message>
        <source>Click what belongs to one instance, right-click what doesn&apos;t, or drag its box</source>
        <translation>单击属于一个实例的部分，右键单击不属于的部分，或拖出其框</translation>
    </message>
    <message>
        <source>E&amp;xemplar box</source>
        <translation>示例框(&amp;X)</translation>
    </message>
    <message>
        <source>Drag round one example to find all like it; Alt-drag: not like this</source>
        <translation>框住一个示例以查找所有类似的；按住 Alt：不是这样的</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>增大画笔</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>缩小画笔</translation>
    </message>
    <message>
        <source>&amp;Phrase</source>
        <translation>短语(&amp;P)</translation>
    </message>
    <message>
        <source>Type what to find in the image</source>
        <translation>输入要在图像中查找的内容</translation>
    </message>
    <message>
        <source>&amp;Find again</source>
        <translation>再次查找(&amp;F)</translation>
    </message>
    <message>
        <source>Ask the model once more with the present phrase and boxes</source>
        <translation>用当前短语和框再次询问模型</translation>
    </message>
    <message>
        <source>Accept and go &amp;on</source>
        <translation>接受并继续(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Drop proposals</source>
        <translation>丢弃候选(&amp;D)</translation>
    </message>
    <message>
        <source>Forget what the model found</source>
        <translation>忘掉模型找到的内容</translation>
    </message>
    <message>
        <source>&amp;Tidy with the model</source>
        <translation>用模型整理(&amp;T)</translation>
    </message>
    <message>
        <source>The model redraws the selected instance from its present mask</source>
        <translation>模型根据现有掩膜重绘所选实例</translation>
    </message>
    <message>
        <source>Pre&amp;view clicks</source>
        <translation>预览单击(&amp;V)</translation>
    </message>
    <message>
        <source>Show what a click would give while the pointer rests</source>
        <translation>指针停留时显示单击的结果</translation>
    </message>
    <message>
        <source>Open &amp;model …</source>
        <translation>打开模型(&amp;M) …</translation>
    </message>
    <message>
        <source>Load another model file</source>
        <translation>加载另一个模型文件</translation>
    </message>
    <message>
        <source>&amp;Get a model …</source>
        <translation>获取模型(&amp;G) …</translation>
    </message>
    <message>
        <source>Download, import or choose a model</source>
        <translation>下载、导入或选择模型</translation>
    </message>
    <message>
        <source>&amp;Stop the model</source>
        <translation>停止模型(&amp;S)</translation>
    </message>
    <message>
        <source>Stop what the model is doing</source>
        <translation>停止模型正在做的事</translation>
    </message>
    <message>
        <source>&amp;Previous image</source>
        <translation>上一张图像(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next image</source>
        <translation>下一张图像(&amp;N)</translation>
    </message>
    <message>
        <source>Ten images back</source>
        <translation>后退十张图像</translation>
    </message>
    <message>
        <source>Ten images on</source>
        <translation>前进十张图像</translation>
    </message>
    <message>
        <source>Next &amp;instance</source>
        <translation>下一个实例(&amp;I)</translation>
    </message>
    <message>
        <source>Select the next instance and zoom to it</source>
        <translation>选择下一个实例并缩放到它</translation>
    </message>
    <message>
        <source>Previous instance</source>
        <translation>上一个实例</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>100 %(&amp;1)</translation>
    </message>
    <message>
        <source>One image pixel for each pixel of the screen</source>
        <translation>图像像素与屏幕像素一一对应</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>缩放到所选(&amp;S)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Next &amp;view mode</source>
        <translation>下一种显示方式(&amp;V)</translation>
    </message>
    <message>
        <source>Overlay, outlines, masks only, cut-out</source>
        <translation>叠加、轮廓、仅掩膜、抠图</translation>
    </message>
    <message>
        <source>Stronger fill</source>
        <translation>加强填充</translation>
    </message>
    <message>
        <source>Weaker fill</source>
        <translation>减弱填充</translation>
    </message>
    <message>
        <source>Hide all masks while the key is down</source>
        <translation>按住键时隐藏所有掩膜</translation>
    </message>
    <message>
        <source>&amp;Canvas only</source>
        <translation>仅画布(&amp;C)</translation>
    </message>
    <message>
        <source>Hide all panels</source>
        <translation>隐藏所有面板</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Masks may o&amp;verlap</source>
        <translation>掩膜可以重叠(&amp;V)</translation>
    </message>
    <message>
        <source>Strokes leave other instances alone</source>
        <translation>笔画不影响其他实例</translation>
    </message>
    <message>
        <source>Strokes stop at other instances</source>
        <translation>笔画在其他实例处停止</translation>
    </message>
    <message>
        <source>Take from &amp;others</source>
        <translation>从其他实例取走(&amp;O)</translation>
    </message>
    <message>
        <source>Strokes take pixels from other instances</source>
        <translation>笔画从其他实例取走像素</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stroke, then proposals, then the model&apos;s run, then the selection</source>
        <translation>依次为笔画、候选、模型运行、选择</translation>
    </message>
    <message>
        <source>Find a &amp;command …</source>
        <translation>查找命令(&amp;C) …</translation>
    </message>
    <message>
        <source>Run any command by its name</source>
        <translation>按名称运行任何命令</translation>
    </message>
    <message>
        <source>&amp;Keys at a glance</source>
        <translation>按键一览(&amp;K)</translation>
    </message>
    <message>
        <source>The keys of the present tool; once more: all keys</source>
        <translation>当前工具的按键；再次：所有按键</translation>
    </message>
    <message>
        <source>K&amp;eyboard …</source>
        <translation>键盘(&amp;E) …</translation>
    </message>
    <message>
        <source>Look up and change keys, or take those of another program</source>
        <translation>查看和更改按键，或采用其他程序的按键</translation>
    </message>
    <message>
        <source>&amp;About Maskwright</source>
        <translation>关于 Maskwright(&amp;A)</translation>
    </message>
    <message>
        <source>Give label %1</source>
        <translation>赋予标签 %1</translation>
    </message>
    <message>
        <source>Label what is selected, and what is drawn next</source>
        <translation>用于所选内容和接下来绘制的内容</translation>
    </message>
    <message>
        <source>Find label %1</source>
        <translation>查找标签 %1</translation>
    </message>
    <message>
        <source>Find everything of that label in the image</source>
        <translation>在图像中查找该标签的所有对象</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>现在不可用</translation>
    </message>
    <message>
        <source>Colour by &amp;label</source>
        <translation>按标签着色(&amp;L)</translation>
    </message>
    <message>
        <source>Colour by &amp;instance</source>
        <translation>按实例着色(&amp;I)</translation>
    </message>
    <message>
        <source>Colour by &amp;score</source>
        <translation>按得分着色(&amp;S)</translation>
    </message>
    <message>
        <source>Colour by s&amp;ource</source>
        <translation>按来源着色(&amp;O)</translation>
    </message>
    <message>
        <source>By hand, by a prompt, by a run, imported</source>
        <translation>手工、提示、批量运行、导入</translation>
    </message>
    <message>
        <source>Colour by s&amp;tate</source>
        <translation>按状态着色(&amp;T)</translation>
    </message>
    <message>
        <source>Automatic, corrected, accepted</source>
        <translation>自动、已修正、已接受</translation>
    </message>
    <message>
        <source>&amp;Patterns</source>
        <translation>图案(&amp;P)</translation>
    </message>
    <message>
        <source>Labels differ in the pattern of their fill as well</source>
        <translation>标签也以填充图案区分</translation>
    </message>
    <message>
        <source>Colour-&amp;blind-safe labels</source>
        <translation>色盲友好的标签(&amp;B)</translation>
    </message>
    <message>
        <source>Give the labels colours that everybody can tell apart</source>
        <translation>为标签使用所有人都能区分的颜色</translation>
    </message>
    <message>
        <source>&amp;Mini-map</source>
        <translation>缩略图(&amp;M)</translation>
    </message>
    <message>
        <source>The whole picture in a corner; click to go there</source>
        <translation>在角落显示整张图；单击跳转</translation>
    </message>
    <message>
        <source>&amp;Rulers</source>
        <translation>标尺(&amp;R)</translation>
    </message>
    <message>
        <source>In pixels of the image</source>
        <translation>以图像像素为单位</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>White on black, with a line round everything</source>
        <translation>黑底白字，所有元素带边框</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>增大文字(&amp;L)</translation>
    </message>
    <message>
        <source>In the whole window</source>
        <translation>整个窗口</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>减小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>标准文字(&amp;N)</translation>
    </message>
    <message>
        <source>As large as the system says</source>
        <translation>与系统设置一致</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>标注(&amp;L)</translation>
    </message>
    <message>
        <source>Panels for labelling</source>
        <translation>用于标注的面板</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>审核(&amp;R)</translation>
    </message>
    <message>
        <source>Panels for review: the images as a list</source>
        <translation>用于审核的面板：图像为列表</translation>
    </message>
    <message>
        <source>&amp;Video</source>
        <translation>视频(&amp;V)</translation>
    </message>
    <message>
        <source>Panels for video: the images as a film strip</source>
        <translation>用于视频的面板：图像为胶片条</translation>
    </message>
    <message>
        <source>Bring &amp;panels back</source>
        <translation>恢复面板(&amp;P)</translation>
    </message>
    <message>
        <source>Every panel in its first place</source>
        <translation>每个面板回到最初位置</translation>
    </message>
    <message>
        <source>Shri&amp;nk by a pixel</source>
        <translation>缩小一个像素(&amp;N)</translation>
    </message>
    <message>
        <source>Show &amp;alone</source>
        <translation>仅显示所选(&amp;A)</translation>
    </message>
    <message>
        <source>Hide everything but what is selected; again: show all</source>
        <translation>隐藏所选以外的一切；再次：全部显示</translation>
    </message>
    <message>
        <source>Sho&amp;w all</source>
        <translation>全部显示(&amp;W)</translation>
    </message>
    <message>
        <source>Show what is hidden in this image</source>
        <translation>显示此图像中隐藏的内容</translation>
    </message>
    <message>
        <source>Hide or show label</source>
        <translation>隐藏或显示标签</translation>
    </message>
    <message>
        <source>All instances of the current label in this image</source>
        <translation>此图像中当前标签的所有实例</translation>
    </message>
    <message>
        <source>Lock or unlock label</source>
        <translation>锁定或解锁标签</translation>
    </message>
    <message>
        <source>Show label alone</source>
        <translation>仅显示此标签</translation>
    </message>
    <message>
        <source>Hide what is not of the current label; again: show all</source>
        <translation>隐藏非当前标签的内容；再次：全部显示</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>编组(&amp;G)</translation>
    </message>
    <message>
        <source>What is selected belongs together</source>
        <translation>所选内容属于一组</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>取消编组(&amp;U)</translation>
    </message>
    <message>
        <source>What is selected belongs to no group</source>
        <translation>所选内容不属于任何组</translation>
    </message>
    <message>
        <source>Many instances that nobody told apart; exported as such</source>
        <translation>未逐个区分的众多实例；按此导出</translation>
    </message>
    <message>
        <source>&amp;Pick a label</source>
        <translation>选择标签(&amp;P)</translation>
    </message>
    <message>
        <source>Letters find it; Enter gives it to what is selected</source>
        <translation>输入字母查找；回车赋予所选内容</translation>
    </message>
    <message>
        <source>&amp;Merge or delete labels …</source>
        <translation>合并或删除标签(&amp;M) …</translation>
    </message>
    <message>
        <source>Over the whole data set, as one step</source>
        <translation>在整个数据集上，作为一个步骤</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>Type which images and instances to list</source>
        <translation>输入要列出的图像和实例</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>放大(&amp;Z)</translation>
    </message>
    <message>
        <source>P&amp;eek</source>
        <translation>查看底图(&amp;E)</translation>
    </message>
    <message>
        <source>Pro&amp;tect others</source>
        <translation>保护其他实例(&amp;T)</translation>
    </message>
    <message>
        <source>C&amp;rowd region</source>
        <translation>群体区域(&amp;R)</translation>
    </message>
    <message>
        <source>Make a &amp;checkpoint</source>
        <translation>创建检查点</translation>
    </message>
    <message>
        <source>Keep this state; work is saved by itself all the time</source>
        <translation>保留此状态；工作一直自动保存</translation>
    </message>
    <message>
        <source>&amp;Backups and checkpoints …</source>
        <translation>备份和检查点 …</translation>
    </message>
    <message>
        <source>Go back to an earlier state, as a new project</source>
        <translation>回到较早的状态，作为新项目</translation>
    </message>
    <message>
        <source>Grow by …</source>
        <translation>按数值扩大 …</translation>
    </message>
    <message>
        <source>Grow what is selected by a number of pixels, shown before it is stored</source>
        <translation>将所选内容扩大若干像素，保存前可预览</translation>
    </message>
    <message>
        <source>Shrink by …</source>
        <translation>按数值缩小 …</translation>
    </message>
    <message>
        <source>Shrink what is selected by a number of pixels</source>
        <translation>将所选内容缩小若干像素</translation>
    </message>
    <message>
        <source>Smooth by …</source>
        <translation>按数值平滑 …</translation>
    </message>
    <message>
        <source>Round corners and drop threads thinner than the number</source>
        <translation>圆化边角，去掉比该数值更细的线</translation>
    </message>
    <message>
        <source>Fill small holes …</source>
        <translation>填充小孔 …</translation>
    </message>
    <message>
        <source>Fill the holes of fewer pixels than the number</source>
        <translation>填充像素少于该数值的孔</translation>
    </message>
    <message>
        <source>Drop small islands …</source>
        <translation>去除小岛 …</translation>
    </message>
    <message>
        <source>Drop the parts of fewer pixels than the number</source>
        <translation>去除像素少于该数值的部分</translation>
    </message>
    <message>
        <source>Simplify …</source>
        <translation>简化 …</translation>
    </message>
    <message>
        <source>A border of fewer vertices; tells the overlap and the largest error before it is stored</source>
        <translation>顶点更少的边界；保存前显示重叠度和最大误差</translation>
    </message>
    <message>
        <source>Split parts</source>
        <translation>拆分各部分</translation>
    </message>
    <message>
        <source>Every part becomes an instance; the largest keeps the id</source>
        <translation>每个部分成为一个实例；最大的保留编号</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>One instance of all selected; the first one keeps its id</source>
        <translation>将所选合为一个实例；第一个保留编号</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>相减</translation>
    </message>
    <message>
        <source>Take the other selected instances from the first one</source>
        <translation>从第一个中减去其他所选实例</translation>
    </message>
    <message>
        <source>Intersect</source>
        <translation>相交</translation>
    </message>
    <message>
        <source>Keep of the first one what all selected share; the others go</source>
        <translation>保留所有所选共有的部分；其他实例移除</translation>
    </message>
    <message>
        <source>Exclude overlap</source>
        <translation>排除重叠</translation>
    </message>
    <message>
        <source>Keep what an odd number of the selected has; the others go</source>
        <translation>保留被奇数个所选覆盖的部分；其他实例移除</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制副本</translation>
    </message>
    <message>
        <source>Copies of what is selected, a little aside</source>
        <translation>所选内容的副本，略微偏移</translation>
    </message>
    <message>
        <source>Copy instances</source>
        <translation>复制实例</translation>
    </message>
    <message>
        <source>To the clipboard, as text</source>
        <translation>以文本形式复制到剪贴板</translation>
    </message>
    <message>
        <source>Paste instances</source>
        <translation>粘贴实例</translation>
    </message>
    <message>
        <source>From the clipboard, at the same pixels</source>
        <translation>从剪贴板粘贴到相同像素位置</translation>
    </message>
    <message>
        <source>Copy to the next image</source>
        <translation>复制到下一张图像</translation>
    </message>
    <message>
        <source>Copies of what is selected on the next image</source>
        <translation>在下一张图像上创建所选内容的副本</translation>
    </message>
    <message>
        <source>Interpolate to here</source>
        <translation>插值到此处</translation>
    </message>
    <message>
        <source>Masks for the images between the last one with this label and this one</source>
        <translation>为上一张带此标签的图像与本图像之间的图像生成掩码</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <source>Drag round pixels to add them; Alt takes them away</source>
        <translation>围绕像素拖动以添加；Alt 移除</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Click corners, Enter closes; Alt takes away</source>
        <translation>点击各角，Enter 闭合；Alt 移除</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>Drag a box to add its pixels; Alt takes them away</source>
        <translation>拖出方框以添加其像素；Alt 移除</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>魔棒</translation>
    </message>
    <message>
        <source>Click takes similar pixels, a drag sets how similar; Alt takes away</source>
        <translation>点击选取相似像素，拖动设置相似程度；Alt 移除</translation>
    </message>
    <message>
        <source>Smart scissors</source>
        <translation>智能剪刀</translation>
    </message>
    <message>
        <source>Click along an edge; the line follows it</source>
        <translation>沿边缘点击，线条会跟随</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切割</translation>
    </message>
    <message>
        <source>Draw a line across an instance to cut it</source>
        <translation>画一条穿过实例的线来切割</translation>
    </message>
    <message>
        <source>Vertices</source>
        <translation>顶点</translation>
    </message>
    <message>
        <source>Move, add and remove the corners of an outline</source>
        <translation>移动、添加和删除轮廓的角</translation>
    </message>
    <message>
        <source>Ask about others</source>
        <translation>询问其他实例</translation>
    </message>
    <message>
        <source>After a stroke over other instances, ask what it takes</source>
        <translation>笔画覆盖其他实例后，询问要取走什么</translation>
    </message>
    <message>
        <source>Take what the stroke covers</source>
        <translation>取走笔画覆盖的部分</translation>
    </message>
    <message>
        <source>The answer when a stroke covers other instances</source>
        <translation>笔画覆盖其他实例时的回答</translation>
    </message>
    <message>
        <source>Image &amp;tags …</source>
        <translation>图像标签(&amp;T) …</translation>
    </message>
    <message>
        <source>Words for the whole image, such as night; the filter finds them</source>
        <translation>用于整张图像的词，例如夜晚；筛选可以找到它们</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>接受(&amp;A)</translation>
    </message>
    <message>
        <source>Proposals that pass the threshold become instances; while reviewing: this one is right</source>
        <translation>超过阈值的候选成为实例；审核时：此实例正确</translation>
    </message>
    <message>
        <source>Accept, then open the next image; while reviewing: all that wait in this one</source>
        <translation>接受，然后打开下一张图像；审核时：接受本图像中所有待审核的实例</translation>
    </message>
    <message>
        <source>&amp;Review what waits</source>
        <translation>审核待定实例(&amp;R)</translation>
    </message>
    <message>
        <source>What nobody has looked at, the most doubtful first; Enter accepts, X rejects, a digit gives a label, Tab skips</source>
        <translation>无人看过的实例，最可疑的在前；Enter 接受，X 拒绝，数字键给出标签，Tab 跳过</translation>
    </message>
    <message>
        <source>Accept a&amp;bove …</source>
        <translation>接受高于(&amp;B) …</translation>
    </message>
    <message>
        <source>Everything that waits from a score on, after the count and a sample; one step</source>
        <translation>在查看数量和样本后，接受某分数以上的全部待定实例；一步完成</translation>
    </message>
    <message>
        <source>&amp;Check the project …</source>
        <translation>检查项目(&amp;C) …</translation>
    </message>
    <message>
        <source>Find duplicates, slivers, small holes and islands, overlaps, odd areas; repair them</source>
        <translation>查找重复、细条、小孔和小岛、重叠、异常面积，并修复</translation>
    </message>
    <message>
        <source>I&amp;mport …</source>
        <translation>导入(&amp;M) …</translation>
    </message>
    <message>
        <source>Read labels and masks of COCO, YOLO, LabelMe and others</source>
        <translation>读取 COCO、YOLO、LabelMe 等的标签和掩码</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>导出(&amp;E) …</translation>
    </message>
    <message>
        <source>Write labels and masks for other programs, after a report of what is lost</source>
        <translation>在报告会丢失的内容之后，为其他程序写出标签和掩码</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>One layer up in the stack of masks</source>
        <translation>在掩膜层叠中上移一层</translation>
    </message>
    <message>
        <source>Move backward</source>
        <translation>下移一层</translation>
    </message>
    <message>
        <source>One layer down in the stack of masks</source>
        <translation>在掩膜层叠中下移一层</translation>
    </message>
    <message>
        <source>Previous unfinished image</source>
        <translation>上一张待处理图像</translation>
    </message>
    <message>
        <source>Nothing labelled there yet, or something waits for a look</source>
        <translation>尚无标注，或有内容等待查看</translation>
    </message>
    <message>
        <source>Next unfinished image</source>
        <translation>下一张待处理图像</translation>
    </message>
    <message>
        <source>Zoom with Ctrl+wheel</source>
        <translation>用 Ctrl+滚轮缩放</translation>
    </message>
    <message>
        <source>The wheel alone scrolls, with Shift sideways; off: the wheel alone zooms</source>
        <translation>单用滚轮为滚动，加 Shift 为横向；关闭时单用滚轮为缩放</translation>
    </message>
    <message>
        <source>Auto-&amp;label all images …</source>
        <translation>自动标注所有图像(&amp;L) …</translation>
    </message>
    <message>
        <source>Ask the model for several labels in every image, in the background; one step</source>
        <translation>让模型在每张图像中查找多个标签，在后台进行；算一步</translation>
    </message>
    <message>
        <source>&amp;Repeat the last export</source>
        <translation>重复上次导出(&amp;R)</translation>
    </message>
    <message>
        <source>Write the same again, at once if nothing more is lost than the last report said</source>
        <translation>再次写出同样的内容；若损失不多于上次报告所述则立即写出</translation>
    </message>
    <message>
        <source>Find label %1 in all images …</source>
        <translation>在所有图像中查找标签 %1 …</translation>
    </message>
    <message>
        <source>Try that label on a few images, then run it on all of them</source>
        <translation>先在少量图像上试用该标签，然后在所有图像上运行</translation>
    </message>
</context>
<context>
    <name>auto_label</name>
    <message>
        <source>Auto-label run</source>
        <translation>自动标注</translation>
    </message>
    <message>
        <source>The auto-label run is in the project. Instances added: %1; images: %2.</source>
        <translation>自动标注已放入项目。新增实例：%1；图像：%2。</translation>
    </message>
    <message>
        <source>There already: %1.</source>
        <translation>已存在：%1。</translation>
    </message>
    <message>
        <source>Instances of earlier runs that gave way: %1.</source>
        <translation>被替换的早先运行的实例：%1。</translation>
    </message>
    <message>
        <source>Images left because they have instances: %1.</source>
        <translation>因已有实例而保留的图像：%1。</translation>
    </message>
    <message>
        <source>Images that have had this run before: %1.</source>
        <translation>已包含此次运行的图像：%1。</translation>
    </message>
    <message>
        <source>Images that could not be labelled: %1; the first is %2</source>
        <translation>无法标注的图像：%1；第一张是 %2</translation>
    </message>
    <message>
        <source>An auto-label run of this project is not at its end. Images done: %1 of %2.</source>
        <translation>此项目的自动标注尚未结束。已完成图像：%1 / %2。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Put in what is found</source>
        <translation>采用已找到的</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Images that the run has labelled: %1. Forget what it has found?</source>
        <translation>此次运行已标注的图像：%1。要丢弃找到的内容吗？</translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation>丢弃此次运行</translation>
    </message>
    <message>
        <source>Try those again</source>
        <translation>重试这些</translation>
    </message>
    <message>
        <source>a run is on</source>
        <translation>正在运行</translation>
    </message>
    <message>
        <source>the project is open to look at only</source>
        <translation>项目仅供查看</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>by a prompt</source>
        <translation>由提示</translation>
    </message>
    <message>
        <source>by a run</source>
        <translation>由批量运行</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>填充孔洞</translation>
    </message>
    <message>
        <source>Keep the largest part</source>
        <translation>保留最大部分</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>扩大</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation>锁定或解锁</translation>
    </message>
    <message>
        <source>Hide or show</source>
        <translation>隐藏或显示</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U)：%1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R)：%1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>nothing is selected</source>
        <translation>未选择任何内容</translation>
    </message>
    <message>
        <source>this is the first image</source>
        <translation>这是第一张图像</translation>
    </message>
    <message>
        <source>this is the last image</source>
        <translation>这是最后一张图像</translation>
    </message>
    <message>
        <source>Recolour labels</source>
        <translation>更改标签颜色</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>仅显示所选</translation>
    </message>
    <message>
        <source>Crowd region</source>
        <translation>群体区域</translation>
    </message>
    <message>
        <source>Hide or show label</source>
        <translation>隐藏或显示标签</translation>
    </message>
    <message>
        <source>Lock or unlock label</source>
        <translation>锁定或解锁标签</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>编组</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>取消编组</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>设置状态</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>没有打开的项目</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>上移一层</translation>
    </message>
    <message>
        <source>Move backward</source>
        <translation>下移一层</translation>
    </message>
</context>
<context>
    <name>core::Download</name>
    <message>
        <source>nothing came for %1 s</source>
        <translation>%1 秒内没有收到任何数据</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 字节而不是 %2</translation>
    </message>
    <message>
        <source>the server sent another piece than the one asked for</source>
        <translation>服务器发送的片段与请求的不同</translation>
    </message>
    <message>
        <source>it can&apos;t continue</source>
        <translation>它无法续传</translation>
    </message>
    <message>
        <source>it sends from one address to the next without end</source>
        <translation>它无休止地从一个地址转到另一个地址</translation>
    </message>
    <message>
        <source>it leads to an unprotected address</source>
        <translation>它指向不受保护的地址</translation>
    </message>
    <message>
        <source>%1 of %2 bytes came</source>
        <translation>收到 %1/%2 字节</translation>
    </message>
</context>
<context>
    <name>core::ModelManager</name>
    <message>
        <source>Imported on %1.</source>
        <translation>导入于 %1。</translation>
    </message>
</context>
<context>
    <name>core::OpenProject</name>
    <message>
        <source>Add image</source>
        <translation>添加图像</translation>
    </message>
    <message>
        <source>Add %1 images</source>
        <translation>添加 %1 张图像</translation>
    </message>
    <message>
        <source>The annotations of %1 images that were not visited could not be read.</source>
        <translation>无法读取 %1 张未打开图像的标注。</translation>
    </message>
</context>
<context>
    <name>core::ThreadedInferenceService</name>
    <message>
        <source>The image is not in memory any more; open it again and repeat the prompt.</source>
        <translation>图像已不在内存中；请重新打开并重复提示。</translation>
    </message>
</context>
<context>
    <name>core::TokenStore</name>
    <message>
        <source>it does not answer</source>
        <translation>没有响应</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Accept proposal</source>
        <translation>接受候选</translation>
    </message>
    <message>
        <source>Accept %1 proposals</source>
        <translation>接受 %1 个候选</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>新建实例</translation>
    </message>
    <message>
        <source>Delete instance</source>
        <translation>删除实例</translation>
    </message>
    <message>
        <source>Delete %1 instances</source>
        <translation>删除 %1 个实例</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Change label</source>
        <translation>更改标签</translation>
    </message>
    <message>
        <source>Sort labels</source>
        <translation>排序标签</translation>
    </message>
    <message>
        <source>Change labels of %1 instances</source>
        <translation>更改 %1 个实例的标签</translation>
    </message>
    <message>
        <source>Duplicate instance</source>
        <translation>复制实例副本</translation>
    </message>
    <message>
        <source>Duplicate %1 instances</source>
        <translation>复制 %1 个实例副本</translation>
    </message>
    <message>
        <source>Paste instance</source>
        <translation>粘贴一个实例</translation>
    </message>
    <message>
        <source>Paste %1 instances</source>
        <translation>粘贴 %1 个实例</translation>
    </message>
    <message>
        <source>Image tags</source>
        <translation>图像标签</translation>
    </message>
</context>
<context>
    <name>gui::AcceptAboveDialog</name>
    <message>
        <source>Accept above a score</source>
        <translation>接受某分数以上</translation>
    </message>
    <message>
        <source>Score of at least</source>
        <translation>最低分数</translation>
    </message>
    <message>
        <source>These would just pass:</source>
        <translation>刚好通过的实例：</translation>
    </message>
    <message>
        <source>Accept all of them</source>
        <translation>全部接受</translation>
    </message>
    <message>
        <source>%1 of %2 that wait would be accepted, as one step.</source>
        <translation>将一步接受 %2 个待定实例中的 %1 个。</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在计数 …</translation>
    </message>
</context>
<context>
    <name>gui::AccessStep</name>
    <message>
        <source>2  Access</source>
        <translation>2  访问</translation>
    </message>
    <message>
        <source>&amp;Keep token</source>
        <translation>保存令牌(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>忘记(&amp;F)</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>令牌</translation>
    </message>
    <message>
        <source>Paste the token here</source>
        <translation>在此粘贴令牌</translation>
    </message>
    <message>
        <source>Where the token is</source>
        <translation>令牌所在位置</translation>
    </message>
    <message>
        <source>Comes with the program.</source>
        <translation>随程序提供。</translation>
    </message>
    <message>
        <source>Free for everybody; no account is needed.</source>
        <translation>对所有人免费；无需账户。</translation>
    </message>
    <message>
        <source>No address is known. Import a file that you have.</source>
        <translation>没有已知地址。请导入您已有的文件。</translation>
    </message>
    <message>
        <source>Given on request: &lt;a href=&quot;%1&quot;&gt;ask on the model&apos;s page&lt;/a&gt;, then &lt;a href=&quot;%2&quot;&gt;make a token&lt;/a&gt; with read access.</source>
        <translation>需申请：&lt;a href=&quot;%1&quot;&gt;在模型页面申请&lt;/a&gt;，然后&lt;a href=&quot;%2&quot;&gt;创建&lt;/a&gt;具有读取权限的令牌。</translation>
    </message>
    <message>
        <source>A token for %1 is known.</source>
        <translation>已有 %1 的令牌。</translation>
    </message>
    <message>
        <source>No token for %1 yet.</source>
        <translation>尚无 %1 的令牌。</translation>
    </message>
    <message>
        <source>That is no token: it has letters, digits and signs, and nothing between them.</source>
        <translation>这不是令牌：令牌只含字母、数字和符号，中间没有其他内容。</translation>
    </message>
    <message>
        <source>The token is in the system&apos;s keychain.</source>
        <translation>令牌保存在系统钥匙串中。</translation>
    </message>
</context>
<context>
    <name>gui::AnnotationDock</name>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Nothing labelled here yet.
Type a phrase, or paint with B.</source>
        <translation>这里还没有标注。
输入短语，或按 B 绘制。</translation>
    </message>
    <message>
        <source>Instances  %1</source>
        <translation>实例  %1</translation>
    </message>
    <message>
        <source>The filter hides all %1 of them.</source>
        <translation>筛选隐藏了全部 %1 个。</translation>
    </message>
    <message>
        <source>Instances  %1 of %2</source>
        <translation>实例  %1/%2</translation>
    </message>
</context>
<context>
    <name>gui::AnnotationModel</name>
    <message>
        <source>auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>手工制作</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>crowd</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>run: %1</source>
        <translation>批量运行：%1</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>%1, %2 pixels</source>
        <translation>%1，%2 像素</translation>
    </message>
    <message>
        <source>found as “%1” %2</source>
        <translation>以“%1”找到 %2</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>组 %1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>更改于 %1</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
</context>
<context>
    <name>gui::AttributePanel</name>
    <message>
        <source>several values</source>
        <translation>多个值</translation>
    </message>
    <message>
        <source>“%1” is no number; %2 stays as it was.</source>
        <translation>“%1”不是数字；%2 保持不变。</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>设置 %1</translation>
    </message>
</context>
<context>
    <name>gui::BackupsDialog</name>
    <message>
        <source>No copies yet. One is made each time the project is opened, and with Ctrl+S.</source>
        <translation>还没有副本。每次打开项目时以及按 Ctrl+S 时会创建一个。</translation>
    </message>
    <message>
        <source>Backups and checkpoints</source>
        <translation>备份和检查点</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Compared with now</source>
        <translation>与现在相比</translation>
    </message>
    <message>
        <source>Copies of the project</source>
        <translation>项目的副本</translation>
    </message>
    <message>
        <source>A copy is opened as a new project beside this one; nothing is replaced.</source>
        <translation>副本会作为新项目在此项目旁打开；不会替换任何内容。</translation>
    </message>
    <message>
        <source>Open as a new project</source>
        <translation>作为新项目打开</translation>
    </message>
    <message>
        <source>Name …</source>
        <translation>名称 …</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>the same as now</source>
        <translation>与现在相同</translation>
    </message>
    <message>
        <source>changes since: %1</source>
        <translation>此后的更改：%1</translation>
    </message>
    <message>
        <source>instances: %1</source>
        <translation>实例：%1</translation>
    </message>
    <message>
        <source>images: %1</source>
        <translation>图像：%1</translation>
    </message>
    <message>
        <source>labels: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Checkpoint: %1</source>
        <translation>检查点：%1</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>comparing …</source>
        <translation>正在比较 …</translation>
    </message>
    <message>
        <source>the project itself can&apos;t be read</source>
        <translation>无法读取项目本身</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Name of the checkpoint</source>
        <translation>检查点的名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>gui::BarPlot</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>尚无可显示内容。</translation>
    </message>
</context>
<context>
    <name>gui::CanvasView</name>
    <message>
        <source>%1  %2  proposal</source>
        <translation>%1  %2  候选</translation>
    </message>
    <message>
        <source>like the example</source>
        <translation>与示例相似</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Reading the image …</source>
        <translation>正在读取图像 …</translation>
    </message>
    <message>
        <source>This project has no images yet.
Open a folder or drop image files here.</source>
        <translation>此项目还没有图像。
打开文件夹或将图像文件拖到这里。</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>The current image with its masks</source>
        <translation>当前图像及其掩膜</translation>
    </message>
</context>
<context>
    <name>gui::ChecksDialog</name>
    <message>
        <source>Without a pixel</source>
        <translation>没有像素</translation>
    </message>
    <message>
        <source>Outside the image</source>
        <translation>图像之外</translation>
    </message>
    <message>
        <source>The same instance twice</source>
        <translation>同一实例重复</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Thin sliver</source>
        <translation>细条</translation>
    </message>
    <message>
        <source>Small holes</source>
        <translation>小孔</translation>
    </message>
    <message>
        <source>Small islands</source>
        <translation>小岛</translation>
    </message>
    <message>
        <source>Area far from that of its label</source>
        <translation>面积远离同标签的其他实例</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>检查项目</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Looking through the project …</source>
        <translation>正在查看项目 …</translation>
    </message>
    <message>
        <source>Nothing is wrong as far as the rules can tell.</source>
        <translation>按规则看，没有问题。</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>问题：%1 个</translation>
    </message>
    <message>
        <source>Repair all %1</source>
        <translation>修复全部 %1 个</translation>
    </message>
    <message>
        <source>A person must decide; choose one to see it.</source>
        <translation>需要人来决定；选择一项即可查看。</translation>
    </message>
    <message>
        <source>Repairing …</source>
        <translation>正在修复 …</translation>
    </message>
    <message>
        <source>The project was changed meanwhile; try again.</source>
        <translation>项目在此期间已更改；请重试。</translation>
    </message>
</context>
<context>
    <name>gui::ComfortCommands</name>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
</context>
<context>
    <name>gui::CommandPalette</name>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>Command to find</source>
        <translation>要查找的命令</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>找到的命令</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>gui::ComparisonDock</name>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>&amp;True:</source>
        <translation>真值(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Found:</source>
        <translation>找到(&amp;F)：</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>掩码</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>框</translation>
    </message>
    <message>
        <source>&amp;Clips</source>
        <translation>片段(&amp;C)</translation>
    </message>
    <message>
        <source>The images of a folder are the frames of a clip; track_id tells who is who</source>
        <translation>一个文件夹的图像是一个片段的帧；track_id 说明谁是谁</translation>
    </message>
    <message>
        <source>&amp;Doubts for the review queue</source>
        <translation>用作审核队列的疑点(&amp;D)</translation>
    </message>
    <message>
        <source>What the other side does not have comes early in the review</source>
        <translation>另一侧没有的会在审核中靠前</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>gui::DifferencesPage</name>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Relabelled</source>
        <translation>改标签</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Which differences</source>
        <translation>哪些差异</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>所有差异</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Differences are listed of pictures with classes, not of clips or of phrases.</source>
        <translation>差异只针对带类别的图像，不针对片段或短语。</translation>
    </message>
    <message>
        <source>%1 images: %2 added, %3 removed, %4 changed, %5 relabelled, %6 the same</source>
        <translation>%1 张图像：新增 %2，移除 %3，更改 %4，改标签 %5，相同 %6</translation>
    </message>
</context>
<context>
    <name>gui::DisplayDock</name>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>伽马</translation>
    </message>
    <message>
        <source>Channel shown as red</source>
        <translation>显示为红色的通道</translation>
    </message>
    <message>
        <source>Channel shown as green</source>
        <translation>显示为绿色的通道</translation>
    </message>
    <message>
        <source>Channel shown as blue</source>
        <translation>显示为蓝色的通道</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Keep for the next images</source>
        <translation>用于后续图像</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>For the view only. The model sees %1 to %2.</source>
        <translation>仅用于显示。模型看到 %1 至 %2。</translation>
    </message>
</context>
<context>
    <name>gui::ExchangeCommands</name>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>没有打开的项目</translation>
    </message>
    <message>
        <source>Labels of any format (%1)</source>
        <translation>任何格式的标签 (%1)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取 …</translation>
    </message>
    <message>
        <source>Reading … %1 instances</source>
        <translation>正在读取 … %1 个实例</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation>导入已取消；没有任何更改。</translation>
    </message>
    <message>
        <source>%1 instances in %2 images imported.</source>
        <translation>已导入 %2 张图像中的 %1 个实例。</translation>
    </message>
    <message>
        <source>… and %1 more notes.</source>
        <translation>… 以及另外 %1 条说明。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找 …</translation>
    </message>
</context>
<context>
    <name>gui::ExportDialog</name>
    <message>
        <source>Write polygons instead of run lengths</source>
        <translation>写出多边形而不是游程编码</translation>
    </message>
    <message>
        <source>Older programs read only polygons. Holes and small parts then cost pixels.</source>
        <translation>较旧的程序只读取多边形。孔洞和小部分会因此丢失像素。</translation>
    </message>
    <message>
        <source>What will be lost</source>
        <translation>将丢失的内容</translation>
    </message>
    <message>
        <source>Choose folder and write …</source>
        <translation>选择文件夹并写出 …</translation>
    </message>
    <message>
        <source>%1 instances in %2 images.</source>
        <translation>%2 张图像中有 %1 个实例。</translation>
    </message>
    <message>
        <source>%1 with holes, %2 in several parts.</source>
        <translation>%1 个有孔洞，%2 个分为多个部分。</translation>
    </message>
    <message>
        <source>Every pixel is kept.</source>
        <translation>保留每个像素。</translation>
    </message>
    <message>
        <source>%1 pixels will read back different.</source>
        <translation>%1 个像素读回时会不同。</translation>
    </message>
    <message>
        <source>%1 instances are left out: rejected or empty.</source>
        <translation>%1 个实例被略去：已拒绝或为空。</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>正在写出 …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Wrote %1 instances to %2.</source>
        <translation>已将 %1 个实例写入 %2。</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>A filter as in the image list, such as class:car or tag:night</source>
        <translation>与图像列表相同的筛选，例如 class:car 或 tag:night</translation>
    </message>
    <message>
        <source>&amp;Only what this finds:</source>
        <translation>只导出找到的内容(&amp;O)：</translation>
    </message>
    <message>
        <source>As the &amp;list</source>
        <translation>与列表相同(&amp;L)</translation>
    </message>
    <message>
        <source>Take the filter of the image list: %1</source>
        <translation>使用图像列表的筛选：%1</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找 …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>Copy the pictures, too</source>
        <translation>同时复制图片</translation>
    </message>
    <message>
        <source>Other programs look for the pictures in the same folder.</source>
        <translation>其他程序会在同一文件夹中查找图片。</translation>
    </message>
    <message>
        <source>%1 has no place for: %2.</source>
        <translation>%1 无法保存：%2。</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>导出文件夹</translation>
    </message>
    <message>
        <source>Write as before</source>
        <translation>照旧写出</translation>
    </message>
</context>
<context>
    <name>gui::FiguresPage</name>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>True</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>pmF1</source>
        <translation>pmF1</translation>
    </message>
    <message>
        <source>F1 at 50</source>
        <translation>F1（50）</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>PQ</source>
        <translation>PQ</translation>
    </message>
    <message>
        <source>Figures of each class</source>
        <translation>各类别的数值</translation>
    </message>
    <message>
        <source>F1 of the classes</source>
        <translation>各类别的 F1</translation>
    </message>
    <message>
        <source>Images by their F1</source>
        <translation>按 F1 分的图像</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Plot of the comparison</source>
        <translation>比较图表</translation>
    </message>
    <message>
        <source>cgF1 %1 (pmF1 %2, IL_MCC %3)</source>
        <translation>cgF1 %1（pmF1 %2，IL_MCC %3）</translation>
    </message>
    <message>
        <source>AP %1 (50: %2, 75: %3)</source>
        <translation>AP %1（50：%2，75：%3）</translation>
    </message>
    <message>
        <source>J&amp;F %1</source>
        <translation>J&amp;F %1</translation>
    </message>
    <message>
        <source>PQ %1 (SQ %2, RQ %3)</source>
        <translation>PQ %1（SQ %2，RQ %3）</translation>
    </message>
    <message>
        <source>pHOTA %1</source>
        <translation>pHOTA %1</translation>
    </message>
    <message>
        <source>Every class is in every image, so cgF1 says nothing; read pmF1.</source>
        <translation>每张图像都有每个类别，所以 cgF1 没有意义；请看 pmF1。</translation>
    </message>
    <message>
        <source>F1 %1 to %2</source>
        <translation>F1 %1 到 %2</translation>
    </message>
</context>
<context>
    <name>gui::FileCommands</name>
    <message>
        <source>The last changes are not saved yet. %1 Leave the project and lose them?</source>
        <translation>最近的更改尚未保存。%1 要离开项目并丢失它们吗？</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>There is no model file %1. Choose one with Prompt, Open model.</source>
        <translation>没有模型文件 %1。请通过“提示”中的“打开模型”选择。</translation>
    </message>
    <message>
        <source>No images there. Choose image files or a folder that holds some.</source>
        <translation>那里没有图像。请选择图像文件或包含图像的文件夹。</translation>
    </message>
    <message>
        <source>%1 images added.</source>
        <translation>已添加 %1 张图像。</translation>
    </message>
    <message>
        <source>These images are already in the project.</source>
        <translation>这些图像已在项目中。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Projects (*.%1)</source>
        <translation>项目 (*.%1)</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>添加图像</translation>
    </message>
    <message>
        <source>Images (%1)</source>
        <translation>图像 (%1)</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.mwq);;All files (*)</source>
        <translation>模型 (*.safetensors *.pt *.mwq);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 instances in %2 images imported.</source>
        <translation>已导入 %2 张图像中的 %1 个实例。</translation>
    </message>
    <message>
        <source>… and %1 more notes.</source>
        <translation>… 以及另外 %1 条说明。</translation>
    </message>
    <message>
        <source>%1 Your version is kept in %2. Leave the project?</source>
        <translation>%1 您的版本保存在 %2。要离开项目吗？</translation>
    </message>
    <message>
        <source>The last changes are not saved in the project yet. %1 They are kept on this computer and are put back when the project is opened again. Leave it?</source>
        <translation>最后的更改尚未存入项目。%1 它们保存在这台电脑上，下次打开项目时会恢复。要离开吗？</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>masks</source>
        <translation>掩膜</translation>
    </message>
</context>
<context>
    <name>gui::Gallery</name>
    <message>
        <source>Delete %1 instances</source>
        <translation>删除 %1 个实例</translation>
    </message>
    <message>
        <source>Change labels of %1 instances</source>
        <translation>更改 %1 个实例的标签</translation>
    </message>
</context>
<context>
    <name>gui::GalleryDock</name>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>最大的在前</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>最小的在前</translation>
    </message>
    <message>
        <source>Least score first</source>
        <translation>得分最低的在前</translation>
    </message>
    <message>
        <source>Odd looks first</source>
        <translation>外观异常的在前</translation>
    </message>
    <message>
        <source>By colours, size and shape, compared with the others; no model is asked</source>
        <translation>按颜色、大小和形状与其他比较；不使用模型</translation>
    </message>
    <message>
        <source>Instances of the label</source>
        <translation>该标签的实例</translation>
    </message>
    <message>
        <source>%1 instances. Delete removes the chosen ones, a digit gives them that label.</source>
        <translation>%1 个实例。Delete 删除所选，数字键给它们该标签。</translation>
    </message>
    <message>
        <source>Looking: %1 images to go …</source>
        <translation>正在查看：还有 %1 张图像…</translation>
    </message>
    <message>
        <source>Compared by colours, size and shape.</source>
        <translation>按颜色、大小和形状比较。</translation>
    </message>
</context>
<context>
    <name>gui::GalleryModel</name>
    <message>
        <source>%1 pixels, score %2</source>
        <translation>%1 像素，得分 %2</translation>
    </message>
</context>
<context>
    <name>gui::GridPlot</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>尚无可显示内容。</translation>
    </message>
    <message>
        <source>in one image with</source>
        <translation>同一图像中还有</translation>
    </message>
    <message>
        <source>%1 with %2: %3 images</source>
        <translation>%1 与 %2：%3 张图像</translation>
    </message>
</context>
<context>
    <name>gui::ImageDock</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 images, %3 instances</source>
        <translation>%1/%2 张图像，%3 个实例</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>没有打开的项目</translation>
    </message>
    <message>
        <source>Tags of the image, with commas between them:</source>
        <translation>图像的标签，用英文逗号分隔：</translation>
    </message>
    <message>
        <source>Tags that all %1 images have, with commas between them:</source>
        <translation>全部 %1 张图像共有的标签，用英文逗号分隔：</translation>
    </message>
    <message>
        <source>Image tags</source>
        <translation>图像标签</translation>
    </message>
</context>
<context>
    <name>gui::IssueStrip</name>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>关闭通知</translation>
    </message>
</context>
<context>
    <name>gui::KeyOverlay</name>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>Give the label of that number</source>
        <translation>赋予该编号的标签</translation>
    </message>
    <message>
        <source>Find everything of that label</source>
        <translation>查找该标签的所有对象</translation>
    </message>
    <message>
        <source>Space, drag</source>
        <translation>空格，拖动</translation>
    </message>
    <message>
        <source>Move the image; middle button too</source>
        <translation>移动图像；中键也可以</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>在画布上</translation>
    </message>
    <message>
        <source>Any key closes this. %1 once more: all keys, and how to change them.</source>
        <translation>按任意键关闭。再按 %1：所有按键及更改方法。</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>%1 的按键</translation>
    </message>
    <message>
        <source>Find that label in all images</source>
        <translation>在所有图像中查找该标签</translation>
    </message>
</context>
<context>
    <name>gui::KeysDialog</name>
    <message>
        <source>Single keys keep their &amp;place on the keyboard</source>
        <translation>单个按键按键盘上的位置生效(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New key</source>
        <translation>新按键(&amp;N)</translation>
    </message>
    <message>
        <source>Press the key it shall have</source>
        <translation>按下要赋予的键</translation>
    </message>
    <message>
        <source>&amp;Another key</source>
        <translation>再加一个键(&amp;A)</translation>
    </message>
    <message>
        <source>Press one more key for it</source>
        <translation>为它再按一个键</translation>
    </message>
    <message>
        <source>N&amp;o key</source>
        <translation>无按键(&amp;O)</translation>
    </message>
    <message>
        <source>Take its keys away</source>
        <translation>取消其按键</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>The keys it had at first</source>
        <translation>恢复最初的按键</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>全部重置(&amp;L)</translation>
    </message>
    <message>
        <source>All commands get the keys they had at first</source>
        <translation>所有命令恢复最初的按键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys of which program</source>
        <translation>采用哪个程序的按键</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>查找命令或按键</translation>
    </message>
    <message>
        <source>Then they work with every layout and input method. Off: the letter counts, wherever it is.</source>
        <translation>这样在任何键盘布局和输入法下都有效。关闭：以字母为准，无论在哪里。</translation>
    </message>
    <message>
        <source>Keys &amp;as in</source>
        <translation>按键采用(&amp;A)</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>有效范围</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>“%1” has one of these keys now. Reset it first.</source>
        <translation>“%1”现在占用其中一个键。请先重置它。</translation>
    </message>
    <message>
        <source>on the canvas</source>
        <translation>在画布上</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>到处</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Give that another key first.</source>
        <translation>%1 属于“%2”。请先给它换一个键。</translation>
    </message>
    <message>
        <source>Press the key for “%1”. Esc leaves it as it is.</source>
        <translation>请按“%1”的键。按 Esc 保持不变。</translation>
    </message>
    <message>
        <source>The space bar moves the image and can&apos;t be given away.</source>
        <translation>空格键用于移动图像，不能另作他用。</translation>
    </message>
</context>
<context>
    <name>gui::LabelDock</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>No labels yet.
The first phrase or shape makes one.</source>
        <translation>还没有标签。
第一个短语或形状会创建一个。</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Add a label. A phrase that finds something makes its own.</source>
        <translation>添加标签。找到内容的短语会自动创建标签。</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Colour …</source>
        <translation>颜色 …</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>删除标签</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>合并 …</translation>
    </message>
    <message>
        <source>Merge, change or delete labels in all images</source>
        <translation>在所有图像中合并、更改或删除标签</translation>
    </message>
    <message>
        <source>“%1” is in use. Choose what becomes of its instances.</source>
        <translation>“%1”正在使用。请选择其实例的去向。</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Colour, phrases, threshold and attributes of the current label</source>
        <translation>当前标签的颜色、短语、阈值和属性</translation>
    </message>
</context>
<context>
    <name>gui::LabelModel</name>
    <message>
        <source>There already is a label “%1”. Names must differ.</source>
        <translation>已有标签“%1”。名称必须不同。</translation>
    </message>
    <message>
        <source>%1
Asked for as: %2
In the whole project: %3 instances</source>
        <translation>%1
查找用语：%2
整个项目：%3 个实例</translation>
    </message>
</context>
<context>
    <name>gui::LabelPanel</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Add an attribute to this label</source>
        <translation>为此标签添加属性</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>添加属性</translation>
    </message>
    <message>
        <source>Remove the attribute. Values that were given stay in the project and come back when this is undone.</source>
        <translation>移除属性。已赋的值保留在项目中，撤销后恢复。</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>移除属性</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>%1 的类型</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>%1 的颜色</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>attribute %1</source>
        <translation>属性 %1</translation>
    </message>
    <message>
        <source>Phrases for the model; empty: the name</source>
        <translation>给模型的短语；留空则用名称</translation>
    </message>
    <message>
        <source>What the model is asked for, with commas between: bottle, flask. What several phrases find is one instance.</source>
        <translation>向模型询问的内容，用逗号分隔：bottle, flask。多个短语找到的同一对象算一个实例。</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>模型自带</translation>
    </message>
    <message>
        <source>Proposals for this label that are scored lower are left out</source>
        <translation>得分低于此值的该标签候选将被略去</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Score from</source>
        <translation>得分下限</translation>
    </message>
</context>
<context>
    <name>gui::LabelPicker</name>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Labels that fit</source>
        <translation>匹配的标签</translation>
    </message>
    <message>
        <source>New label “%1”</source>
        <translation>新建标签“%1”</translation>
    </message>
</context>
<context>
    <name>gui::LicenceStep</name>
    <message>
        <source>1  Licence</source>
        <translation>1  许可</translation>
    </message>
    <message>
        <source>I have &amp;read it and accept it</source>
        <translation>我已阅读并接受(&amp;R)</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可文本</translation>
    </message>
    <message>
        <source>1  Licence: %1 of %2</source>
        <translation>1  许可：%1（%2）</translation>
    </message>
    <message>
        <source>The licence comes with the model; read it where you got the file.</source>
        <translation>许可随模型提供；请在获取文件处阅读。</translation>
    </message>
    <message>
        <source>Accepted on %1</source>
        <translation>接受于 %1</translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>掩膜(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>提示(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>About Maskwright</source>
        <translation>关于 Maskwright</translation>
    </message>
    <message>
        <source>&lt;b&gt;Maskwright %1&lt;/b&gt;&lt;p&gt;Masks for images: found by a phrase or an example, corrected by hand, kept on your machine.&lt;/p&gt;&lt;p&gt;Apache License 2.0. Uses Qt %2.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Maskwright %1&lt;/b&gt;&lt;p&gt;图像掩膜：用短语或示例找到，手工修正，保存在您的机器上。&lt;/p&gt;&lt;p&gt;Apache License 2.0。使用 Qt %2。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Maskwright</source>
        <translation>Maskwright</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>布局(&amp;L)</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>文字大小(&amp;X)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Instances</source>
        <translation>实例(&amp;I)</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>颜色(&amp;U)</translation>
    </message>
    <message>
        <source>P&amp;anels</source>
        <translation>面板(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>审核(&amp;R)</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1（只读）</translation>
    </message>
</context>
<context>
    <name>gui::MergeDialog</name>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>%1, %2 pixels</source>
        <translation>%1，%2 像素</translation>
    </message>
    <message>
        <source>Merge both versions</source>
        <translation>合并两个版本</translation>
    </message>
    <message>
        <source>%1 instances that only they changed are taken over. These were changed in both versions; yours stay unless you tick theirs.</source>
        <translation>仅对方更改的 %1 个实例将被采用。以下实例双方都改过；除非勾选对方，否则保留您的。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Instances that both changed</source>
        <translation>双方都改过的实例</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Both changed the label “%1”; it is as yours.</source>
        <translation>双方都更改了标签“%1”；保留您的版本。</translation>
    </message>
    <message>
        <source>They renamed “%1” to a name that another label of yours has; it keeps its name.</source>
        <translation>对方将“%1”改成了您另一个标签已有的名称；保留原名。</translation>
    </message>
    <message>
        <source>They removed the label “%1”; it stays.</source>
        <translation>对方删除了标签“%1”；此处保留。</translation>
    </message>
    <message>
        <source>They removed the image “%1”, which you changed; it stays.</source>
        <translation>对方移除了您更改过的图像“%1”；此处保留。</translation>
    </message>
    <message>
        <source>They changed the image “%1”, which you removed; it stays removed.</source>
        <translation>对方更改了您已移除的图像“%1”；仍保持移除。</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>还有 %1 项。</translation>
    </message>
</context>
<context>
    <name>gui::MiniMap</name>
    <message>
        <source>Mini-map</source>
        <translation>缩略图</translation>
    </message>
</context>
<context>
    <name>gui::ModelCommands</name>
    <message>
        <source>Use it with Prompt, Get a model.</source>
        <translation>通过“提示”中的“获取模型”使用它。</translation>
    </message>
</context>
<context>
    <name>gui::ModelDialog</name>
    <message>
        <source>Checking what is here of %1 …</source>
        <translation>正在检查已有的 %1 …</translation>
    </message>
    <message>
        <source>Asking for %1 …</source>
        <translation>正在请求 %1 …</translation>
    </message>
    <message>
        <source>The connection broke off; next try in %1 s. What is here is kept.</source>
        <translation>连接中断；%1 秒后重试。已有部分会保留。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <translation>剩余 %1:%2</translation>
    </message>
    <message>
        <source>this server sends the beginning again</source>
        <translation>此服务器会重新发送开头部分</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>关于该模型</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>获取模型</translation>
    </message>
    <message>
        <source>3  Space</source>
        <translation>3  空间</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>&amp;Change …</source>
        <translation>更改(&amp;C) …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>&amp;Get it</source>
        <translation>获取(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Pause, keep what is here</source>
        <translation>暂停并保留已有部分(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Remove …</source>
        <translation>移除(&amp;R) …</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>使用此模型(&amp;U)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>From a &amp;file …</source>
        <translation>从文件(&amp;F) …</translation>
    </message>
    <message>
        <source>From a f&amp;older …</source>
        <translation>从文件夹(&amp;O) …</translation>
    </message>
    <message>
        <source>No checksum of it is known to the program, so its file can be checked only against what the server states.</source>
        <translation>程序不知道它的校验和，因此只能与服务器给出的值核对。</translation>
    </message>
    <message>
        <source>No checksum of it is known to the program, so its file is taken as it is.</source>
        <translation>程序不知道它的校验和，因此按原样使用文件。</translation>
    </message>
    <message>
        <source>It takes about %1 of memory and this machine has %2; a copy of 8 bits takes less than half: maskwright-cli convert --dtype q8.</source>
        <translation>它约需 %1 内存，本机有 %2；8 位副本所需不到一半：maskwright-cli convert --dtype q8。</translation>
    </message>
    <message>
        <source>%1 needed, %2 free in %3</source>
        <translation>需要 %1，空闲 %2，位于 %3</translation>
    </message>
    <message>
        <source>%1 free in %2</source>
        <translation>空闲 %1，位于 %2</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Its checksum is right.</source>
        <translation>校验和正确。</translation>
    </message>
    <message>
        <source>Its checksum is what the server states.</source>
        <translation>校验和与服务器给出的一致。</translation>
    </message>
    <message>
        <source>Nobody states its checksum, so it could not be checked.</source>
        <translation>没有给出校验和，因此无法核对。</translation>
    </message>
    <message>
        <source>Go to the licence</source>
        <translation>转到许可</translation>
    </message>
    <message>
        <source>Enter a token</source>
        <translation>输入令牌</translation>
    </message>
    <message>
        <source>Open the token page</source>
        <translation>打开令牌页面</translation>
    </message>
    <message>
        <source>Open the request page</source>
        <translation>打开申请页面</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Import a file …</source>
        <translation>导入文件 …</translation>
    </message>
    <message>
        <source>Choose another folder …</source>
        <translation>选择其他文件夹 …</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
        <translation>模型 (*.safetensors *.pt *.pth);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Folder for models</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>Remove %1 and all its files from the models folder?</source>
        <translation>要从模型文件夹移除 %1 及其所有文件吗？</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>移除模型</translation>
    </message>
</context>
<context>
    <name>gui::ModelList</name>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Fits memory</source>
        <translation>内存足够</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>%1 of it</source>
        <translation>其中 %1</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>no, import only</source>
        <translation>否，仅可导入</translation>
    </message>
    <message>
        <source>small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>紧张</translation>
    </message>
    <message>
        <source>A session takes about %1; this machine has %2.</source>
        <translation>一次会话约需 %1；本机有 %2。</translation>
    </message>
</context>
<context>
    <name>gui::OverlapPanel</name>
    <message>
        <source>Leave them</source>
        <translation>保留它们</translation>
    </message>
    <message>
        <source>Other instances under the stroke: %1</source>
        <translation>笔画下的其他实例：%1</translation>
    </message>
</context>
<context>
    <name>gui::PlanDialog</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>No pixel in two instances</source>
        <translation>像素不同时属于两个实例</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>试运行(&amp;T)</translation>
    </message>
    <message>
        <source>Auto-label all images</source>
        <translation>自动标注所有图像</translation>
    </message>
    <message>
        <source>&amp;Open a plan …</source>
        <translation>打开方案(&amp;O) …</translation>
    </message>
    <message>
        <source>&amp;Save the plan …</source>
        <translation>保存方案(&amp;S) …</translation>
    </message>
    <message>
        <source>Start the &amp;run</source>
        <translation>开始运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Add a label</source>
        <translation>添加标签(&amp;A)</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>移除(&amp;E)</translation>
    </message>
    <message>
        <source>Add what is not there yet</source>
        <translation>添加尚缺的</translation>
    </message>
    <message>
        <source>Only images without instances</source>
        <translation>仅无实例的图像</translation>
    </message>
    <message>
        <source>Replace what earlier runs left</source>
        <translation>替换早先运行留下的</translation>
    </message>
    <message>
        <source>What people made, accepted, rejected or painted is never changed</source>
        <translation>人工制作、接受、拒绝或绘制的内容绝不更改</translation>
    </message>
    <message>
        <source>Both labels keep it</source>
        <translation>两个标签都保留</translation>
    </message>
    <message>
        <source>The better score keeps it</source>
        <translation>得分高者保留</translation>
    </message>
    <message>
        <source>The upper label keeps it</source>
        <translation>靠上的标签保留</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Windows of this side are asked besides the whole picture, for objects that are small in it</source>
        <translation>除整张图像外，还查询此边长的窗口，用于小对象</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>写入(&amp;W)</translation>
    </message>
    <message>
        <source>An object that two labels find</source>
        <translation>两个标签都找到的对象</translation>
    </message>
    <message>
        <source>The same object from an overlap of</source>
        <translation>视为同一对象的重叠度</translation>
    </message>
    <message>
        <source>Smallest area</source>
        <translation>最小面积</translation>
    </message>
    <message>
        <source>overlapping by</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Tiles for small objects</source>
        <translation>小对象用的分块</translation>
    </message>
    <message>
        <source>Images of the sample</source>
        <translation>试运行的图像数</translation>
    </message>
    <message>
        <source>Try it first on so many images; nothing is written:</source>
        <translation>先在这么多图像上试运行；不写入任何内容：</translation>
    </message>
    <message>
        <source>The plan looks for nothing; add a label or give one a tick.</source>
        <translation>方案没有要找的内容；请添加标签或勾选一个。</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>打开方案</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>方案 (*.json)</translation>
    </message>
    <message>
        <source>The plan can&apos;t be read: %1.</source>
        <translation>无法读取方案：%1。</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>The plan can&apos;t be saved: %1.</source>
        <translation>无法保存方案：%1。</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>正在试运行 …</translation>
    </message>
    <message>
        <source>Images: %1 in %2; all %3 would take about %4.</source>
        <translation>图像：%1 张用时 %2；全部 %3 张约需 %4。</translation>
    </message>
    <message>
        <source>Images that could not be labelled: %1; the first is %2</source>
        <translation>无法标注的图像：%1；第一张是 %2</translation>
    </message>
    <message>
        <source>Find %1 in all images</source>
        <translation>在所有图像中查找 %1</translation>
    </message>
</context>
<context>
    <name>gui::PlanTable</name>
    <message>
        <source>Classes of the plan</source>
        <translation>方案的类别</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>But not</source>
        <translation>但不包括</translation>
    </message>
    <message>
        <source>Score above</source>
        <translation>得分高于</translation>
    </message>
    <message>
        <source>What to look for, with commas between; what several phrases find is one instance</source>
        <translation>要查找的内容，以逗号分隔；多个短语找到的同一对象算一个实例</translation>
    </message>
    <message>
        <source>What one of these finds with a better score is left out</source>
        <translation>若其中之一以更高得分找到，则略去</translation>
    </message>
    <message>
        <source>From 0 to 1; empty: the model&apos;s own</source>
        <translation>0 到 1；留空用模型的值</translation>
    </message>
</context>
<context>
    <name>gui::PresetRow</name>
    <message>
        <source>Saved &amp;choices:</source>
        <translation>已保存的选项(&amp;C)：</translation>
    </message>
    <message>
        <source>&amp;Save as …</source>
        <translation>另存为(&amp;S) …</translation>
    </message>
    <message>
        <source>Keep these choices under a name, for here and for maskwright-cli export --preset</source>
        <translation>以名称保存这些选项，供此处和 maskwright-cli export --preset 使用</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>删除(&amp;G)</translation>
    </message>
    <message>
        <source>Forget the choices of this name</source>
        <translation>删除此名称的选项</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Save choices</source>
        <translation>保存选项</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
</context>
<context>
    <name>gui::ProgressWidget</name>
    <message>
        <source>Encoding the image</source>
        <translation>正在编码图像</translation>
    </message>
    <message>
        <source>Finding instances</source>
        <translation>正在查找实例</translation>
    </message>
    <message>
        <source>Finding the shape</source>
        <translation>正在查找形状</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>Progress of the model</source>
        <translation>模型进度</translation>
    </message>
    <message>
        <source>Stop the model (Ctrl+.)</source>
        <translation>停止模型 (Ctrl+.)</translation>
    </message>
    <message>
        <source>Stop the model</source>
        <translation>停止模型</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>, %1 s</source>
        <translation>，%1 秒</translation>
    </message>
</context>
<context>
    <name>gui::PromptBar</name>
    <message>
        <source>Phrase</source>
        <translation>短语</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>like box %1</source>
        <translation>类似框 %1</translation>
    </message>
    <message>
        <source>not box %1</source>
        <translation>不像框 %1</translation>
    </message>
    <message>
        <source>More like this. Click to remove.</source>
        <translation>更多类似的。单击移除。</translation>
    </message>
    <message>
        <source>Not like this. Click to remove.</source>
        <translation>不是这样的。单击移除。</translation>
    </message>
    <message>
        <source>Remove example %1</source>
        <translation>移除示例 %1</translation>
    </message>
    <message>
        <source>Remove counter-example %1</source>
        <translation>移除反例 %1</translation>
    </message>
    <message>
        <source>No model is loaded. Brush, eraser and all lists work without one.</source>
        <translation>未加载模型。画笔、橡皮擦和所有列表无需模型即可使用。</translation>
    </message>
    <message>
        <source>%1 knows no phrases; draw an exemplar box.</source>
        <translation>%1 不支持短语；请画示例框。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在查找 …</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message>
        <source>Nothing found. Try a synonym or an exemplar box.</source>
        <translation>没有找到。请尝试同义词或示例框。</translation>
    </message>
    <message>
        <source>Nothing above %1. Best guess %2</source>
        <translation>没有高于 %1 的。最佳为 %2</translation>
    </message>
    <message>
        <source>%1 found, %2 pass</source>
        <translation>找到 %1 个，%2 个通过</translation>
    </message>
    <message>
        <source>, %1 labelled already</source>
        <translation>，%1 个已标注</translation>
    </message>
    <message>
        <source>Exemplar boxes only</source>
        <translation>仅示例框</translation>
    </message>
    <message>
        <source>What to find  ( / )</source>
        <translation>要查找的内容  ( / )</translation>
    </message>
    <message>
        <source>The model took %1 s.</source>
        <translation>模型用时 %1 秒。</translation>
    </message>
    <message>
        <source>Instances that are found again</source>
        <translation>再次找到的实例</translation>
    </message>
    <message>
        <source>What Accept does with instances that are there already: those that share 70 % of their pixels with a proposal. Reject a proposal with X to leave its instance as it is.</source>
        <translation>“接受”如何处理已有的实例：即与候选共有 70 % 像素的实例。用 X 拒绝某个候选可让其实例保持不变。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>They stay as they are; nothing is proposed for them</source>
        <translation>保持原样；不为其提出候选</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>They get the shape that was found, except where a hand painted</source>
        <translation>采用找到的形状，手工绘制之处除外</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>They get what was found besides their own shape, except where a hand erased</source>
        <translation>在自身形状之外加上找到的部分，手工擦除之处除外</translation>
    </message>
    <message>
        <source>Proposals scored lower than this are left out; each label keeps its own. Nothing is computed again.</source>
        <translation>得分低于此值的候选将被略去；每个标签保留各自的值。不会重新计算。</translation>
    </message>
</context>
<context>
    <name>gui::QueryEdit</name>
    <message>
        <source>Filter: class:car score:&lt;0.5 state:auto area:&gt;100</source>
        <translation>筛选：class:car score:&lt;0.5 state:auto area:&gt;100</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>class, state, origin, score, area, width, height, parts, holes, byhand, prompt, model, name, has, instances, reviewed, tag, attr.NAME …
Space: and. or: or. -: not. Values: &gt;5, 1..5, a,b, &quot;two words&quot;.</source>
        <translation>class, state, origin, score, area, width, height, parts, holes, byhand, prompt, model, name, has, instances, reviewed, tag, attr.NAME …
空格：且。or：或。-：非。值：&gt;5, 1..5, a,b, &quot;two words&quot;。</translation>
    </message>
</context>
<context>
    <name>gui::RemapDialog</name>
    <message>
        <source>stays</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Remove labels that have become empty</source>
        <translation>移除变空的标签</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Merge or delete labels</source>
        <translation>合并或删除标签</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>变为</translation>
    </message>
    <message>
        <source>Labels and what they become</source>
        <translation>标签及其变为</translation>
    </message>
    <message>
        <source>%1 instances of %2 labels change, in all images. One undo takes it back.</source>
        <translation>%2 个标签的 %1 个实例将在所有图像中更改。一次撤销即可恢复。</translation>
    </message>
    <message>
        <source>Choose what a label becomes.</source>
        <translation>请选择标签变为什么。</translation>
    </message>
    <message>
        <source>%1 instances have another label now.</source>
        <translation>%1 个实例现在有了其他标签。</translation>
    </message>
</context>
<context>
    <name>gui::Review</name>
    <message>
        <source>This instance is locked; unlock it to reject it.</source>
        <translation>此实例已锁定；解锁后才能拒绝。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Assign label</source>
        <translation>分配标签</translation>
    </message>
    <message>
        <source>Accept the rest</source>
        <translation>接受其余</translation>
    </message>
    <message>
        <source>Accept above a score</source>
        <translation>接受某分数以上</translation>
    </message>
</context>
<context>
    <name>gui::ReviewDock</name>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Stop reviewing</source>
        <translation>停止审核</translation>
    </message>
    <message>
        <source>Start reviewing</source>
        <translation>开始审核</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>A digit gives that label and accepts.</source>
        <translation>数字键给出该标签并接受。</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>审核队列</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>已决定 %1 / %2</translation>
    </message>
    <message>
        <source>What the model found and nobody has looked at comes here, the most doubtful first.</source>
        <translation>模型找到而无人看过的实例列在这里，最可疑的在前。</translation>
    </message>
    <message>
        <source>Looking through the project …</source>
        <translation>正在查看项目 …</translation>
    </message>
    <message>
        <source>Nothing that the filter shows waits for review.</source>
        <translation>筛选结果中没有待审核的实例。</translation>
    </message>
    <message>
        <source>Nothing waits for review.</source>
        <translation>没有待审核的实例。</translation>
    </message>
</context>
<context>
    <name>gui::RunBar</name>
    <message>
        <source>Put in what is found</source>
        <translation>采用已找到的</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Auto-label run</source>
        <translation>自动标注</translation>
    </message>
    <message>
        <source>Progress of the auto-label run</source>
        <translation>自动标注的进度</translation>
    </message>
    <message>
        <source>Ends the run and adds the instances it has found, as one step that undo takes back</source>
        <translation>结束运行并将找到的实例作为一步添加，可以撤销</translation>
    </message>
    <message>
        <source>Ends the run and forgets what it has found</source>
        <translation>结束运行并丢弃找到的内容</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Putting the results into the project …</source>
        <translation>正在把结果放入项目 …</translation>
    </message>
    <message>
        <source>Auto-label: %1 of %2 images</source>
        <translation>自动标注：%1 / %2 张图像</translation>
    </message>
    <message>
        <source>, not labelled: %1</source>
        <translation>，未能标注：%1</translation>
    </message>
    <message>
        <source>, paused</source>
        <translation>，已暂停</translation>
    </message>
    <message>
        <source>, %1 a second</source>
        <translation>，每秒 %1 张</translation>
    </message>
    <message>
        <source>, %1 s left</source>
        <translation>，剩余 %1 秒</translation>
    </message>
    <message>
        <source>, %1 min left</source>
        <translation>，剩余 %1 分钟</translation>
    </message>
</context>
<context>
    <name>gui::SafetyCommands</name>
    <message>
        <source>Backups …</source>
        <translation>备份 …</translation>
    </message>
    <message>
        <source>The project file is back, and everything is saved.</source>
        <translation>项目文件已恢复，全部已保存。</translation>
    </message>
    <message>
        <source>Your work is kept on this computer and writing is tried again.</source>
        <translation>您的工作保存在这台电脑上，将再次尝试写入。</translation>
    </message>
    <message>
        <source>Your work is kept here and writing is tried again.</source>
        <translation>您的工作保留在此，将再次尝试写入。</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为 …</translation>
    </message>
    <message>
        <source>Write it there again</source>
        <translation>在原处重新写入</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Save mine as …</source>
        <translation>将我的另存为 …</translation>
    </message>
    <message>
        <source>%1 on %2 %3</source>
        <translation>%1（%2 %3）</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的%1</translation>
    </message>
    <message>
        <source>The program did not end properly the last time. Restored to %1; last action: %2.</source>
        <translation>程序上次未正常结束。已恢复到 %1；最后的操作：%2。</translation>
    </message>
    <message>
        <source>Checkpoint made. Work is saved by itself; File, Backups and checkpoints leads back to this state.</source>
        <translation>已创建检查点。工作会自动保存；通过“文件”中的“备份和检查点”可回到此状态。</translation>
    </message>
    <message>
        <source>This is their version. Yours is kept in %1.</source>
        <translation>这是对方的版本。您的版本保存在 %1。</translation>
    </message>
    <message>
        <source>%1 This is your version, in %2.</source>
        <translation>%1 这是您的版本，位于 %2。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>This is your version. Theirs is kept in %1.</source>
        <translation>这是您的版本。对方的版本保存在 %1。</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Projects (*%1)</source>
        <translation>项目 (*%1)</translation>
    </message>
    <message>
        <source>Read only: another program is working in %1. You see what it saved and can change nothing.</source>
        <translation>只读：另一个程序正在使用 %1。您可以查看其已保存的内容，但不能更改。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>合并 …</translation>
    </message>
    <message>
        <source>Merge both versions</source>
        <translation>合并两个版本</translation>
    </message>
    <message>
        <source>Merged: %1 instances came from theirs, which is kept in %2. One undo takes it back.</source>
        <translation>已合并：从对方版本取来 %1 个实例，对方版本保存在 %2。撤销一次即可还原。</translation>
    </message>
</context>
<context>
    <name>gui::SampleTable</name>
    <message>
        <source>What the sample found</source>
        <translation>试运行的结果</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>About, in all</source>
        <translation>总计约</translation>
    </message>
    <message>
        <source>Scores from 0 to 1</source>
        <translation>得分 0 到 1</translation>
    </message>
</context>
<context>
    <name>gui::Session</name>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Assign label</source>
        <translation>分配标签</translation>
    </message>
    <message>
        <source>No image after this one is left to do.</source>
        <translation>此后没有待处理的图像。</translation>
    </message>
    <message>
        <source>No image before this one is left to do.</source>
        <translation>此前没有待处理的图像。</translation>
    </message>
    <message>
        <source>This project is open to look at only: another program is working in it.</source>
        <translation>此项目仅供查看：另一个程序正在使用它。</translation>
    </message>
</context>
<context>
    <name>gui::ShapeCommands</name>
    <message>
        <source>Select two or more unlocked instances; the first one keeps its id.</source>
        <translation>请选择两个或更多未锁定的实例；第一个保留编号。</translation>
    </message>
    <message>
        <source>Split parts</source>
        <translation>拆分各部分</translation>
    </message>
    <message>
        <source>There is nothing to split: what is selected has one part.</source>
        <translation>没有可拆分的内容：所选只有一个部分。</translation>
    </message>
    <message>
        <source>The image they come from is larger: of %1 instances, %2 were cut at the edge and %3 lay outside and were left out.</source>
        <translation>来源图像更大：%1 个实例中，%2 个在边缘被裁剪，%3 个位于图像外而被略去。</translation>
    </message>
    <message>
        <source>This is the last image; there is no next one to copy to.</source>
        <translation>这是最后一张图像；没有下一张可供复制。</translation>
    </message>
    <message>
        <source>Copy to next image</source>
        <translation>复制到下一张图像</translation>
    </message>
    <message>
        <source>No earlier image has an instance of this label to begin from.</source>
        <translation>之前的图像没有此标签的实例可作为起点。</translation>
    </message>
    <message>
        <source>The image before has an instance of this label already; nothing lies between.</source>
        <translation>前一张图像已有此标签的实例；中间没有图像。</translation>
    </message>
    <message>
        <source>Interpolate over %1 images</source>
        <translation>在 %1 张图像上插值</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>插值</translation>
    </message>
</context>
<context>
    <name>gui::ShapePanel</name>
    <message>
        <source>Grow by</source>
        <translation>扩大</translation>
    </message>
    <message>
        <source>Shrink by</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Smooth by</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Fill holes under</source>
        <translation>填充小于此的孔</translation>
    </message>
    <message>
        <source>Drop islands under</source>
        <translation>去除小于此的岛</translation>
    </message>
    <message>
        <source>Simplify within</source>
        <translation>简化容差</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source> px²</source>
        <translation> px²</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Select an unlocked instance.</source>
        <translation>请选择一个未锁定的实例。</translation>
    </message>
    <message>
        <source>%1 → %2 vertices  ·  overlap (IoU) %3  ·  border off by %4 px at most</source>
        <translation>%1 → %2 个顶点  ·  重叠度 (IoU) %3  ·  边界偏差最多 %4 px</translation>
    </message>
    <message>
        <source>%1 → %2 pixels  ·  parts: %3  ·  holes: %4</source>
        <translation>%1 → %2 像素  ·  部分：%3  ·  孔：%4</translation>
    </message>
    <message>
        <source>instances that vanish: %1</source>
        <translation>将消失的实例：%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>gui::SideRow</name>
    <message>
        <source>This project</source>
        <translation>此项目</translation>
    </message>
    <message>
        <source>A file …</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Only what this finds</source>
        <translation>仅限此处找到的</translation>
    </message>
    <message>
        <source>A filter as in the image list, such as origin:hand, model:pocket or state:auto; of projects only</source>
        <translation>与图像列表相同的筛选，如 origin:hand、model:pocket 或 state:auto；仅用于项目</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>与之比较</translation>
    </message>
    <message>
        <source>Projects, run files and data sets (*.maskwright *.jsonl *.json *.xml *.yaml);;All files (*)</source>
        <translation>项目、运行文件和数据集 (*.maskwright *.jsonl *.json *.xml *.yaml);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>gui::SplitRow</name>
    <message>
        <source>&amp;Keep folders together</source>
        <translation>保持文件夹完整(&amp;K)</translation>
    </message>
    <message>
        <source>Images of one folder, such as the frames of a video, go into one part.</source>
        <translation>同一文件夹的图像（如视频帧）归入同一部分。</translation>
    </message>
    <message>
        <source>For &amp;validation:</source>
        <translation>用于验证(&amp;V)：</translation>
    </message>
    <message>
        <source>for the &amp;test:</source>
        <translation>用于测试(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>gui::StatisticsDock</name>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Occurring together</source>
        <translation>共同出现</translation>
    </message>
    <message>
        <source>Seconds per instance</source>
        <translation>每个实例的秒数</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>Only what the filter shows</source>
        <translation>仅筛选显示的内容</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>每个秒数</translation>
    </message>
    <message>
        <source>Actions each</source>
        <translation>每个操作数</translation>
    </message>
    <message>
        <source>Effort by label</source>
        <translation>按标签的工作量</translation>
    </message>
    <message>
        <source>Count time and actions</source>
        <translation>统计时间和操作</translation>
    </message>
    <message>
        <source>The figures stay in the project on this machine.</source>
        <translation>数据保留在本机的项目中。</translation>
    </message>
    <message>
        <source>CSV …</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Write the figures of each label to a file</source>
        <translation>将每个标签的数据写入文件</translation>
    </message>
    <message>
        <source>%1 instances in %2 images, rejected ones left out</source>
        <translation>%2 张图像中 %1 个实例，不含已拒绝的</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 instances with known effort: %2 seconds and %3 actions each</source>
        <translation>%1 个已知工作量的实例：每个 %2 秒、%3 次操作</translation>
    </message>
    <message>
        <source>Write figures</source>
        <translation>写出数据</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2. Choose another folder.</source>
        <translation>无法写入 %1：%2。请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>gui::StatusLine</name>
    <message>
        <source>Saved state</source>
        <translation>保存状态</translation>
    </message>
    <message>
        <source>● Not saved</source>
        <translation>● 未保存</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>指针</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>模型和设备</translation>
    </message>
    <message>
        <source>● Saved</source>
        <translation>● 已保存</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <translation>全部保存在 %1</translation>
    </message>
    <message>
        <source>○ Saving …</source>
        <translation>○ 正在保存 …</translation>
    </message>
    <message>
        <source>▲ Not saved</source>
        <translation>▲ 未保存</translation>
    </message>
    <message>
        <source>The project can&apos;t be written. Your work is kept and writing is tried again.</source>
        <translation>无法写入项目。您的工作会保留，并会再次尝试写入。</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>已选 %1 个</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1, %2 像素</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>Click to get or choose a model</source>
        <translation>单击以获取或选择模型</translation>
    </message>
    <message>
        <source>■ Read only</source>
        <translation>■ 只读</translation>
    </message>
    <message>
        <source>Another program is working in %1</source>
        <translation>另一个程序正在使用 %1</translation>
    </message>
</context>
<context>
    <name>gui::ToolOptions</name>
    <message>
        <source>Tool options</source>
        <translation>工具选项</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pen pressure</source>
        <translation>笔压</translation>
    </message>
    <message>
        <source>A pen pressed harder paints wider</source>
        <translation>笔压越大，画得越宽</translation>
    </message>
    <message>
        <source>Only similar</source>
        <translation>仅相似</translation>
    </message>
    <message>
        <source>Paint only pixels that look like the one the stroke begins on</source>
        <translation>仅涂抹与起点像素相似的像素</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>容差</translation>
    </message>
    <message>
        <source>Contiguous</source>
        <translation>连续</translation>
    </message>
    <message>
        <source>Only pixels that hang together with the one clicked on</source>
        <translation>仅与所点击像素相连的像素</translation>
    </message>
    <message>
        <source>What happens to other instances under a stroke</source>
        <translation>笔画下其他实例的处理方式</translation>
    </message>
</context>
<context>
    <name>gui::WelcomePage</name>
    <message>
        <source>Maskwright</source>
        <translation>Maskwright</translation>
    </message>
    <message>
        <source>Open images, type what you are looking for, correct the masks.</source>
        <translation>打开图像，输入要查找的内容，修正掩膜。</translation>
    </message>
    <message>
        <source>Or drop a folder, a project or image files here.</source>
        <translation>或将文件夹、项目或图像文件拖到这里。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>I come &amp;from</source>
        <translation>我之前使用(&amp;F)</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>都不是</translation>
    </message>
    <message>
        <source>The program whose keys you know</source>
        <translation>您熟悉其快捷键的程序</translation>
    </message>
    <message>
        <source>Commands get the keys that they have there. Help, Keyboard changes it later.</source>
        <translation>命令将使用该程序中的按键。以后可在“帮助”的“键盘”中更改。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Label images with masks.</source>
        <translation>用掩膜标注图像。</translation>
    </message>
    <message>
        <source>Model to load: a file, or the id of one that is here.</source>
        <translation>要加载的模型：文件，或本机已有模型的 ID。</translation>
    </message>
    <message>
        <source>A project, a folder, or image files.</source>
        <translation>项目、文件夹或图像文件。</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>its checksum differs</source>
        <translation>校验和不同</translation>
    </message>
    <message>
        <source>it lacks %1</source>
        <translation>缺少 %1</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 字节而不是 %2</translation>
    </message>
    <message>
        <source>%1 is on this machine.</source>
        <translation>%1 已在本机上。</translation>
    </message>
    <message>
        <source>Stopped. What is here of %1 is kept and the download goes on from there.</source>
        <translation>已停止。%1 的已有部分会保留，下载将从那里继续。</translation>
    </message>
    <message>
        <source>The licence of %1 is not accepted yet. Read it and accept it first.</source>
        <translation>尚未接受 %1 的许可。请先阅读并接受。</translation>
    </message>
    <message>
        <source>%1 is given only to people with an account, and no token was sent. Make a token with read access on the server&apos;s page and enter it.</source>
        <translation>%1 仅提供给有账户的人，且没有发送令牌。请在服务器页面创建具有读取权限的令牌并输入。</translation>
    </message>
    <message>
        <source>The server does not know this token. Make a new one for %1 and enter it.</source>
        <translation>服务器不认识此令牌。请为 %1 新建一个并输入。</translation>
    </message>
    <message>
        <source>The token is valid but may not read gated models. Give it the right &quot;Read access to contents of all public gated repos&quot; to get %1.</source>
        <translation>令牌有效，但无权读取受限模型。请赋予 &quot;Read access to contents of all public gated repos&quot; 权限以获取 %1。</translation>
    </message>
    <message>
        <source>This account has not asked for %1 yet. Send the request on the model&apos;s page, then try again.</source>
        <translation>此账户尚未申请 %1。请在模型页面提交申请，然后重试。</translation>
    </message>
    <message>
        <source>The request for %1 is sent and not answered yet. Try again when the answer has come; other models work meanwhile.</source>
        <translation>%1 的申请已发送但尚未答复。收到答复后再试；期间可使用其他模型。</translation>
    </message>
    <message>
        <source>The request for %1 was refused by its owners. Import a file from someone who has it, or choose another model.</source>
        <translation>%1 的申请已被所有者拒绝。请从拥有者处导入文件，或选择其他模型。</translation>
    </message>
    <message>
        <source>The server refuses to give %1 to this account (%2). Look at the model&apos;s page, or import a file.</source>
        <translation>服务器拒绝将 %1 提供给此账户（%2）。请查看模型页面，或导入文件。</translation>
    </message>
    <message>
        <source>Downloads are switched off on this machine. Import %1 from a file, or ask who looks after it.</source>
        <translation>本机已关闭下载。请从文件导入 %1，或询问管理员。</translation>
    </message>
    <message>
        <source>No address of %1 is known. Get its file where its authors offer it, then import it.</source>
        <translation>没有 %1 的已知地址。请从作者处获取文件后导入。</translation>
    </message>
    <message>
        <source>No address of %1 can be reached (%2). Check the network and its proxy, or import a file.</source>
        <translation>无法访问 %1 的任何地址（%2）。请检查网络和代理，或导入文件。</translation>
    </message>
    <message>
        <source>The connection broke off again and again (%2). What is here of %1 is kept; try again later.</source>
        <translation>连接反复中断（%2）。%1 的已有部分会保留；请稍后重试。</translation>
    </message>
    <message>
        <source>The server could not give %1 (%2). What is here is kept; try again later.</source>
        <translation>服务器无法提供 %1（%2）。已有部分会保留；请稍后重试。</translation>
    </message>
    <message>
        <source>The connection for %1 is not secure (%2). Check the date of this machine and its proxy.</source>
        <translation>%1 的连接不安全（%2）。请检查本机日期和代理。</translation>
    </message>
    <message>
        <source>What came is not what the catalogue promises for %1: the checksum differs. The file is set aside as %2; try again.</source>
        <translation>收到的内容与目录中 %1 的不符：校验和不同。文件已另存为 %2；请重试。</translation>
    </message>
    <message>
        <source>That is another file than the catalogue&apos;s for %1 (%2). Choose or wait for the right one.</source>
        <translation>这不是目录中 %1 的文件（%2）。请选择或等待正确的文件。</translation>
    </message>
    <message>
        <source>The file of %1 is no longer at its address (%2). Update the program or import a file.</source>
        <translation>%1 的文件已不在其地址（%2）。请更新程序或导入文件。</translation>
    </message>
    <message>
        <source>There is not enough room for %1: %2. Free some, choose another folder, or a smaller model.</source>
        <translation>%1 的空间不足：%2。请释放空间、选择其他文件夹或较小的模型。</translation>
    </message>
    <message>
        <source>The models folder can&apos;t be written (%2), so %1 can&apos;t be stored. Choose another folder.</source>
        <translation>无法写入模型文件夹（%2），因此无法存储 %1。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>%2 can&apos;t be read, so %1 was not imported. Choose another file.</source>
        <translation>无法读取 %2，因此未导入 %1。请选择其他文件。</translation>
    </message>
    <message>
        <source>Another window or program is getting %1 just now. Wait for it, then look again.</source>
        <translation>另一个窗口或程序正在获取 %1。请等待其完成后再查看。</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>未给出原因</translation>
    </message>
    <message>
        <source>The system&apos;s keychain can&apos;t be used (%1); the token is kept only until the program ends.</source>
        <translation>无法使用系统钥匙串（%1）；令牌仅保留到程序结束。</translation>
    </message>
</context>
<context>
    <name>project_files</name>
    <message>
        <source>images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>No images in %1 (looked for %2). Choose a folder that holds image files.</source>
        <translation>%1 中没有图像（查找了 %2）。请选择包含图像文件的文件夹。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written. The project is kept in %2.</source>
        <translation>无法写入 %1。项目保存在 %2。</translation>
    </message>
    <message>
        <source>The demo pictures are missing from this installation. Open a folder of your own images.</source>
        <translation>此安装缺少演示图片。请打开您自己的图像文件夹。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be made. Check the rights of your data folder.</source>
        <translation>无法创建 %1。请检查数据文件夹的权限。</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>low score</source>
        <translation>分数低</translation>
    </message>
    <message>
        <source>%1 times as large as usual</source>
        <translation>是通常大小的 %1 倍</translation>
    </message>
    <message>
        <source>only %1 % of the usual size</source>
        <translation>仅为通常大小的 %1 %</translation>
    </message>
    <message>
        <source>unusual shape for its label</source>
        <translation>形状与同标签的不同</translation>
    </message>
    <message>
        <source>ragged outline</source>
        <translation>轮廓参差</translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation>分成 %1 部分</translation>
    </message>
    <message>
        <source>holes: %1</source>
        <translation>孔洞：%1</translation>
    </message>
    <message>
        <source>no edge in the picture along %1 % of the outline</source>
        <translation>轮廓的 %1 % 处图像中没有边缘</translation>
    </message>
    <message>
        <source>shares %1 % with another label</source>
        <translation>与另一标签重叠 %1 %</translation>
    </message>
    <message>
        <source>%1 % the same as another instance</source>
        <translation>与另一实例 %1 % 相同</translation>
    </message>
    <message>
        <source>at the border of the picture, and odd</source>
        <translation>位于图像边缘且异常</translation>
    </message>
    <message>
        <source>only %1 of this label</source>
        <translation>此标签仅有 %1 个</translation>
    </message>
    <message>
        <source>looks like the others</source>
        <translation>与其他的相似</translation>
    </message>
    <message>
        <source>only %1 % the same in the compared data</source>
        <translation>在比较的数据中只有 %1 % 相同</translation>
    </message>
    <message>
        <source>missing in the compared data</source>
        <translation>比较的数据中没有</translation>
    </message>
</context>
</TS>
