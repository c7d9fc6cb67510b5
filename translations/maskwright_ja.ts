<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>BoxTool</name>
    <message>
        <source>%1 can&apos;t search by example; type a phrase instead.</source>
        <translation>%1 は例では検索できません。フレーズを入力してください。</translation>
    </message>
    <message>
        <source>Drag a box round an example; Alt-drag round what it is not</source>
        <translation>例を枠で囲みます。Alt を押しながら囲むと「これではない」</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Find more like this</source>
        <translation>同じようなものを探す</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+ドラッグ</translation>
    </message>
    <message>
        <source>Not like this; right button too</source>
        <translation>これではない（右ボタンでも可）</translation>
    </message>
    <message>
        <source>Click a mask</source>
        <translation>マスクをクリック</translation>
    </message>
    <message>
        <source>Take its box</source>
        <translation>その枠を使う</translation>
    </message>
</context>
<context>
    <name>BrushTool</name>
    <message>
        <source>Erase %1</source>
        <translation>%1 を消す</translation>
    </message>
    <message>
        <source>Paint %1</source>
        <translation>%1 を塗る</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>One stroke: one step to undo</source>
        <translation>1 ストロークが元に戻す 1 回分</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+クリック</translation>
    </message>
    <message>
        <source>Straight stroke from the last one</source>
        <translation>前のストロークから直線</translation>
    </message>
    <message>
        <source>Hold Alt</source>
        <translation>Alt を押したまま</translation>
    </message>
    <message>
        <source>Brush erases, eraser paints</source>
        <translation>ブラシは消し、消しゴムは塗ります</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+ホイール</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1、%2 px</translation>
    </message>
    <message>
        <source>Hold Shift</source>
        <translation>Shift を押し続ける</translation>
    </message>
    <message>
        <source>Keeps the stroke on a line</source>
        <translation>線をまっすぐに保つ</translation>
    </message>
</context>
<context>
    <name>CutTool</name>
    <message>
        <source>Cut</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Nothing was cut: the line must cross an unlocked instance from side to side.</source>
        <translation>何も切断されていません。線はロックされていないインスタンスを端から端まで横切る必要があります。</translation>
    </message>
    <message>
        <source>Draw a line across %1 to cut it; Shift keeps the line straight</source>
        <translation>%1 を横切る線を引くと切断します。Shift で直線</translation>
    </message>
    <message>
        <source>Draw a line across an instance to cut it; Shift keeps the line straight</source>
        <translation>インスタンスを横切る線を引くと切断します。Shift で直線</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Line that cuts</source>
        <translation>切断する線</translation>
    </message>
    <message>
        <source>Hold Shift</source>
        <translation>Shift を押し続ける</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>直線</translation>
    </message>
</context>
<context>
    <name>DragTool</name>
    <message>
        <source>Drag round the pixels. %1</source>
        <translation>ピクセルの周りをドラッグ。%1</translation>
    </message>
    <message>
        <source>Drag a box. %1</source>
        <translation>四角形をドラッグ。%1</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Adds the pixels inside</source>
        <translation>内側のピクセルを追加</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+ドラッグ</translation>
    </message>
    <message>
        <source>Takes them away</source>
        <translation>取り除く</translation>
    </message>
</context>
<context>
    <name>MaskTool</name>
    <message>
        <source>This instance is locked. Unlock it with Ctrl+L to change it.</source>
        <translation>このインスタンスはロックされています。変更するには Ctrl+L で解除してください。</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>%1 に追加</translation>
    </message>
    <message>
        <source>Take from %1</source>
        <translation>%1 から除去</translation>
    </message>
    <message>
        <source>Takes from %1</source>
        <translation>%1 から取り除きます</translation>
    </message>
    <message>
        <source>Adds to %1</source>
        <translation>%1 に追加します</translation>
    </message>
    <message>
        <source>Edits the mask it begins in</source>
        <translation>始点のマスクを編集します</translation>
    </message>
    <message>
        <source>Begin inside a mask to take from it</source>
        <translation>マスクの内側から始めると取り除けます</translation>
    </message>
    <message>
        <source>Makes a new %1</source>
        <translation>新しい %1 を作ります</translation>
    </message>
</context>
<context>
    <name>PointTool</name>
    <message>
        <source>No model that answers clicks is loaded. Brush and eraser work without one.</source>
        <translation>クリックに応えるモデルが読み込まれていません。ブラシと消しゴムはモデルなしで使えます。</translation>
    </message>
    <message>
        <source>This instance is locked. Unlock it with Ctrl+L to correct it.</source>
        <translation>このインスタンスはロックされています。直すには Ctrl+L でロックを外してください。</translation>
    </message>
    <message>
        <source>Click on the object first; the right button then takes parts away.</source>
        <translation>まず対象をクリックしてください。その後、右ボタンで余分を除けます。</translation>
    </message>
    <message>
        <source>Select the instance to tidy first.</source>
        <translation>先に整えるインスタンスを選択してください。</translation>
    </message>
    <message>
        <source>The model found nothing there. Try a point nearer the middle, or drag a box.</source>
        <translation>そこには何も見つかりませんでした。もっと中央の点を試すか、枠で囲んでください。</translation>
    </message>
    <message>
        <source>Box on %1</source>
        <translation>%1 に枠</translation>
    </message>
    <message>
        <source>Point on %1</source>
        <translation>%1 に点</translation>
    </message>
    <message>
        <source>Tidy %1</source>
        <translation>%1 を整える</translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation>モデルに問い合わせ中 …</translation>
    </message>
    <message>
        <source>Shape %1 of %2, score %3: Tab shows the next; a click corrects it</source>
        <translation>形 %1 / %2、スコア %3：Tab で次へ、クリックで修正</translation>
    </message>
    <message>
        <source>Left click adds to %1, right click takes away, drag draws its box, Ctrl+drag a scribble</source>
        <translation>左クリックで %1 に加え、右クリックで除き、ドラッグで枠、Ctrl+ドラッグでなぞります</translation>
    </message>
    <message>
        <source>Click on an object or drag its box: a new %1</source>
        <translation>対象をクリックするか枠で囲むと、新しい %1 になります</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>クリック</translation>
    </message>
    <message>
        <source>This belongs to it</source>
        <translation>これは含まれる</translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation>右クリック</translation>
    </message>
    <message>
        <source>This does not</source>
        <translation>これは含まれない</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Box around it</source>
        <translation>囲む枠</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Ctrl+ドラッグ</translation>
    </message>
    <message>
        <source>Scribble: points along the line</source>
        <translation>なぞり書き: 線に沿った点</translation>
    </message>
    <message>
        <source>Right-drag</source>
        <translation>右ドラッグ</translation>
    </message>
    <message>
        <source>Scribble on what does not belong to it</source>
        <translation>含まれない部分をなぞる</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Another shape for the same click</source>
        <translation>同じクリックの別の形</translation>
    </message>
</context>
<context>
    <name>PolygonTool</name>
    <message>
        <source>A polygon needs three corners. Click on, or press Esc.</source>
        <translation>多角形には角が三つ必要です。クリックを続けるか Esc を押してください。</translation>
    </message>
    <message>
        <source>Enter or a double-click closes the shape, Backspace takes the last corner back</source>
        <translation>Enter かダブルクリックで閉じ、Backspace で最後の角を戻します</translation>
    </message>
    <message>
        <source>Click corner after corner. %1</source>
        <translation>角を順にクリック。%1</translation>
    </message>
    <message>
        <source>Click along an edge; the line follows it. %1</source>
        <translation>縁に沿ってクリックすると線が追います。%1</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>クリック</translation>
    </message>
    <message>
        <source>Next corner; Alt at the first one takes away</source>
        <translation>次の角。最初に Alt で取り除く</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Moves a corner</source>
        <translation>角を動かす</translation>
    </message>
    <message>
        <source>Enter, double-click</source>
        <translation>Enter、ダブルクリック</translation>
    </message>
    <message>
        <source>Closes the shape</source>
        <translation>形を閉じる</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace キー</translation>
    </message>
    <message>
        <source>Takes the last corner back</source>
        <translation>最後の角を戻す</translation>
    </message>
    <message>
        <source>Hold Ctrl</source>
        <translation>Ctrl を押し続ける</translation>
    </message>
    <message>
        <source>No snapping to other borders</source>
        <translation>他の境界に吸着しない</translation>
    </message>
</context>
<context>
    <name>SelectTool</name>
    <message>
        <source>Click accepts this proposal, X rejects it</source>
        <translation>クリックでこの候補を採用、X で却下</translation>
    </message>
    <message>
        <source>Click selects, again selects what lies below; drag selects several</source>
        <translation>クリックで選択、もう一度で下のもの、ドラッグで複数選択</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>クリック</translation>
    </message>
    <message>
        <source>Select; again: the instance below</source>
        <translation>選択。もう一度で下のインスタンス</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+クリック</translation>
    </message>
    <message>
        <source>Select one more</source>
        <translation>追加で選択</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Select all inside the band</source>
        <translation>囲んだ中をすべて選択</translation>
    </message>
    <message>
        <source>Click a proposal</source>
        <translation>候補をクリック</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>採用する</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>ダブルクリック</translation>
    </message>
    <message>
        <source>Zoom to the instance</source>
        <translation>インスタンスを拡大</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+ホイール</translation>
    </message>
    <message>
        <source>Walk down and up through what lies there</source>
        <translation>そこに重なるものを上下にたどる</translation>
    </message>
</context>
<context>
    <name>Tool</name>
    <message>
        <source>Click or drag</source>
        <translation>クリックまたはドラッグ</translation>
    </message>
    <message>
        <source>object</source>
        <translation>物体</translation>
    </message>
</context>
<context>
    <name>VertexTool</name>
    <message>
        <source>Delete vertex of %1</source>
        <translation>%1 の頂点を削除</translation>
    </message>
    <message>
        <source>Move vertices of %1</source>
        <translation>%1 の頂点を移動</translation>
    </message>
    <message>
        <source>Delete vertices of %1</source>
        <translation>%1 の頂点をまとめて削除</translation>
    </message>
    <message>
        <source>Click an instance to edit its outline</source>
        <translation>インスタンスをクリックして輪郭を編集</translation>
    </message>
    <message>
        <source>Chosen vertices: %1. A drag moves them, Delete removes them</source>
        <translation>選んだ頂点: %1。ドラッグで移動、Delete で削除</translation>
    </message>
    <message>
        <source>Drag a vertex, or the line to add one; Alt-click removes; drag a box to choose</source>
        <translation>頂点をドラッグ、線をドラッグで追加、Alt クリックで削除、枠で選択</translation>
    </message>
    <message>
        <source>Tracing the outline …</source>
        <translation>輪郭をたどっています …</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Moves vertices, or adds one on the line</source>
        <translation>頂点を動かす、線上なら追加</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+クリック</translation>
    </message>
    <message>
        <source>Removes a vertex</source>
        <translation>頂点を削除</translation>
    </message>
    <message>
        <source>Drag beside</source>
        <translation>外側でドラッグ</translation>
    </message>
    <message>
        <source>Chooses those in a box</source>
        <translation>枠内のものを選ぶ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete キー</translation>
    </message>
    <message>
        <source>Removes the chosen ones</source>
        <translation>選んだものを削除</translation>
    </message>
</context>
<context>
    <name>WandTool</name>
    <message>
        <source>Drag right for more, left for less: tolerance %1</source>
        <translation>右で増やし左で減らす: 許容値 %1</translation>
    </message>
    <message>
        <source>Click takes similar pixels (tolerance %1), a drag sets how similar. %2</source>
        <translation>クリックで似たピクセルを取り（許容値 %1）、ドラッグで調整。%2</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>クリック</translation>
    </message>
    <message>
        <source>Adds similar pixels</source>
        <translation>似たピクセルを追加</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Sets how similar</source>
        <translation>似ている度合いを設定</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+クリック</translation>
    </message>
    <message>
        <source>Takes them away</source>
        <translation>取り除く</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Open &amp;folder …</source>
        <translation>フォルダーを開く(&amp;F) …</translation>
    </message>
    <message>
        <source>Label the images of a folder</source>
        <translation>フォルダーの画像にラベルを付けます</translation>
    </message>
    <message>
        <source>Open &amp;project …</source>
        <translation>プロジェクトを開く(&amp;P) …</translation>
    </message>
    <message>
        <source>Open a .maskwright file</source>
        <translation>.maskwright ファイルを開きます</translation>
    </message>
    <message>
        <source>Add &amp;images …</source>
        <translation>画像を追加(&amp;I) …</translation>
    </message>
    <message>
        <source>Add image files to the project</source>
        <translation>画像ファイルをプロジェクトに追加します</translation>
    </message>
    <message>
        <source>Open &amp;demo project</source>
        <translation>デモ プロジェクトを開く(&amp;D)</translation>
    </message>
    <message>
        <source>Pictures to try everything on</source>
        <translation>すべてを試せる画像です</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>直前の変更を取り消します</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>変更をもう一度行います</translation>
    </message>
    <message>
        <source>&amp;Delete instance</source>
        <translation>インスタンスを削除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete what is selected</source>
        <translation>選択したものを削除します</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>すべて選択(&amp;A)</translation>
    </message>
    <message>
        <source>All of the current label; again: all</source>
        <translation>現在のラベルすべて。もう一度で全部</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>選択を解除(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>却下(&amp;J)</translation>
    </message>
    <message>
        <source>Reject the proposal or instance under the pointer</source>
        <translation>ポインターの下の候補またはインスタンスを却下します</translation>
    </message>
    <message>
        <source>&amp;Fill holes</source>
        <translation>穴を埋める(&amp;F)</translation>
    </message>
    <message>
        <source>Fill the holes of what is selected</source>
        <translation>選択したものの穴を埋めます</translation>
    </message>
    <message>
        <source>Keep the &amp;largest part</source>
        <translation>最大の部分を残す(&amp;L)</translation>
    </message>
    <message>
        <source>Drop the islands of what is selected</source>
        <translation>選択したものの離れた部分を取り除きます</translation>
    </message>
    <message>
        <source>&amp;Grow by a pixel</source>
        <translation>1 画素広げる(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock</source>
        <translation>ロックまたは解除(&amp;L)</translation>
    </message>
    <message>
        <source>A locked instance can&apos;t be changed</source>
        <translation>ロックしたインスタンスは変更できません</translation>
    </message>
    <message>
        <source>&amp;Hide or show</source>
        <translation>隠すまたは表示(&amp;H)</translation>
    </message>
    <message>
        <source>Hide what is selected</source>
        <translation>選択したものを隠します</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>選択(&amp;S)</translation>
    </message>
    <message>
        <source>Pick instances; click again for the one below</source>
        <translation>インスタンスを選びます。もう一度クリックで下のもの</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>ブラシ(&amp;B)</translation>
    </message>
    <message>
        <source>Paint on the selected instance, or a new one; Alt erases</source>
        <translation>選択したインスタンスか新しいものに塗ります。Alt で消します</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>消しゴム(&amp;E)</translation>
    </message>
    <message>
        <source>Erase from the selected instance; Alt paints</source>
        <translation>選択したインスタンスから消します。Alt で塗ります</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>点(&amp;P)</translation>
    </message>
    <message>
        <source>Click what belongs to one instance, right-click what doesn&apos;t, or drag its box</source>
        <translation>1 つのインスタンスに含まれる所をクリック、含まれない所を右クリック、または枠で囲みます</translation>
    </message>
    <message>
        <source>E&amp;xemplar box</source>
        <translation>例の枠(&amp;X)</translation>
    </message>
    <message>
        <source>Drag round one example to find all like it; Alt-drag: not like this</source>
        <translation>例を 1 つ囲むと似たものをすべて探します。Alt で「これではない」</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>ブラシを大きく</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>ブラシを小さく</translation>
    </message>
    <message>
        <source>&amp;Phrase</source>
        <translation>フレーズ(&amp;P)</translation>
    </message>
    <message>
        <source>Type what to find in the image</source>
        <translation>画像の中で探すものを入力します</translation>
    </message>
    <message>
        <source>&amp;Find again</source>
        <translation>もう一度探す(&amp;F)</translation>
    </message>
    <message>
        <source>Ask the model once more with the present phrase and boxes</source>
        <translation>今のフレーズと枠でもう一度モデルに尋ねます</translation>
    </message>
    <message>
        <source>Accept and go &amp;on</source>
        <translation>採用して次へ(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Drop proposals</source>
        <translation>候補を捨てる(&amp;D)</translation>
    </message>
    <message>
        <source>Forget what the model found</source>
        <translation>モデルが見つけたものを忘れます</translation>
    </message>
    <message>
        <source>&amp;Tidy with the model</source>
        <translation>モデルで整える(&amp;T)</translation>
    </message>
    <message>
        <source>The model redraws the selected instance from its present mask</source>
        <translation>モデルが選択したインスタンスを今のマスクから描き直します</translation>
    </message>
    <message>
        <source>Pre&amp;view clicks</source>
        <translation>クリックを先に見る(&amp;V)</translation>
    </message>
    <message>
        <source>Show what a click would give while the pointer rests</source>
        <translation>ポインターが止まっている間、クリックの結果を表示します</translation>
    </message>
    <message>
        <source>Open &amp;model …</source>
        <translation>モデルを開く(&amp;M) …</translation>
    </message>
    <message>
        <source>Load another model file</source>
        <translation>別のモデル ファイルを読み込みます</translation>
    </message>
    <message>
        <source>&amp;Get a model …</source>
        <translation>モデルを入手(&amp;G) …</translation>
    </message>
    <message>
        <source>Download, import or choose a model</source>
        <translation>モデルをダウンロード、読み込み、選択します</translation>
    </message>
    <message>
        <source>&amp;Stop the model</source>
        <translation>モデルを止める(&amp;S)</translation>
    </message>
    <message>
        <source>Stop what the model is doing</source>
        <translation>モデルの処理を止めます</translation>
    </message>
    <message>
        <source>&amp;Previous image</source>
        <translation>前の画像(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next image</source>
        <translation>次の画像(&amp;N)</translation>
    </message>
    <message>
        <source>Ten images back</source>
        <translation>10 枚戻る</translation>
    </message>
    <message>
        <source>Ten images on</source>
        <translation>10 枚進む</translation>
    </message>
    <message>
        <source>Next &amp;instance</source>
        <translation>次のインスタンス(&amp;I)</translation>
    </message>
    <message>
        <source>Select the next instance and zoom to it</source>
        <translation>次のインスタンスを選んで拡大します</translation>
    </message>
    <message>
        <source>Previous instance</source>
        <translation>前のインスタンス</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>ウィンドウに合わせる(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>100 %(&amp;1)</translation>
    </message>
    <message>
        <source>One image pixel for each pixel of the screen</source>
        <translation>画像の 1 画素を画面の 1 画素で表示します</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>選択範囲を拡大(&amp;S)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>縮小(&amp;O)</translation>
    </message>
    <message>
        <source>Next &amp;view mode</source>
        <translation>次の表示方法(&amp;V)</translation>
    </message>
    <message>
        <source>Overlay, outlines, masks only, cut-out</source>
        <translation>重ね表示、輪郭、マスクのみ、切り抜き</translation>
    </message>
    <message>
        <source>Stronger fill</source>
        <translation>塗りを濃く</translation>
    </message>
    <message>
        <source>Weaker fill</source>
        <translation>塗りを薄く</translation>
    </message>
    <message>
        <source>Hide all masks while the key is down</source>
        <translation>キーを押している間、マスクをすべて隠します</translation>
    </message>
    <message>
        <source>&amp;Canvas only</source>
        <translation>キャンバスのみ(&amp;C)</translation>
    </message>
    <message>
        <source>Hide all panels</source>
        <translation>パネルをすべて隠します</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>Masks may o&amp;verlap</source>
        <translation>マスクの重なりを許す(&amp;V)</translation>
    </message>
    <message>
        <source>Strokes leave other instances alone</source>
        <translation>ストロークは他のインスタンスに触れません</translation>
    </message>
    <message>
        <source>Strokes stop at other instances</source>
        <translation>ストロークは他のインスタンスで止まります</translation>
    </message>
    <message>
        <source>Take from &amp;others</source>
        <translation>他から取る(&amp;O)</translation>
    </message>
    <message>
        <source>Strokes take pixels from other instances</source>
        <translation>ストロークが他のインスタンスから画素を取ります</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Stroke, then proposals, then the model&apos;s run, then the selection</source>
        <translation>ストローク、候補、モデルの処理、選択の順</translation>
    </message>
    <message>
        <source>Find a &amp;command …</source>
        <translation>コマンドを探す(&amp;C) …</translation>
    </message>
    <message>
        <source>Run any command by its name</source>
        <translation>名前でコマンドを実行します</translation>
    </message>
    <message>
        <source>&amp;Keys at a glance</source>
        <translation>キー一覧(&amp;K)</translation>
    </message>
    <message>
        <source>The keys of the present tool; once more: all keys</source>
        <translation>今のツールのキー。もう一度ですべてのキー</translation>
    </message>
    <message>
        <source>K&amp;eyboard …</source>
        <translation>キーボード(&amp;E) …</translation>
    </message>
    <message>
        <source>Look up and change keys, or take those of another program</source>
        <translation>キーを調べて変更するか、他のプログラムのキーを使います</translation>
    </message>
    <message>
        <source>&amp;About Maskwright</source>
        <translation>Maskwright について(&amp;A)</translation>
    </message>
    <message>
        <source>Give label %1</source>
        <translation>ラベル %1 を付ける</translation>
    </message>
    <message>
        <source>Label what is selected, and what is drawn next</source>
        <translation>選択したものと次に描くもののラベルになります</translation>
    </message>
    <message>
        <source>Find label %1</source>
        <translation>ラベル %1 を探す</translation>
    </message>
    <message>
        <source>Find everything of that label in the image</source>
        <translation>そのラベルのものを画像からすべて探します</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>今はできません</translation>
    </message>
    <message>
        <source>Colour by &amp;label</source>
        <translation>ラベルで色分け(&amp;L)</translation>
    </message>
    <message>
        <source>Colour by &amp;instance</source>
        <translation>インスタンスで色分け(&amp;I)</translation>
    </message>
    <message>
        <source>Colour by &amp;score</source>
        <translation>スコアで色分け(&amp;S)</translation>
    </message>
    <message>
        <source>Colour by s&amp;ource</source>
        <translation>作成元で色分け(&amp;O)</translation>
    </message>
    <message>
        <source>By hand, by a prompt, by a run, imported</source>
        <translation>手作業、プロンプト、一括処理、読み込み</translation>
    </message>
    <message>
        <source>Colour by s&amp;tate</source>
        <translation>状態で色分け(&amp;T)</translation>
    </message>
    <message>
        <source>Automatic, corrected, accepted</source>
        <translation>自動、修正済み、採用済み</translation>
    </message>
    <message>
        <source>&amp;Patterns</source>
        <translation>模様(&amp;P)</translation>
    </message>
    <message>
        <source>Labels differ in the pattern of their fill as well</source>
        <translation>ラベルを塗りの模様でも区別します</translation>
    </message>
    <message>
        <source>Colour-&amp;blind-safe labels</source>
        <translation>色覚に配慮したラベル(&amp;B)</translation>
    </message>
    <message>
        <source>Give the labels colours that everybody can tell apart</source>
        <translation>誰にでも見分けられる色をラベルに付けます</translation>
    </message>
    <message>
        <source>&amp;Mini-map</source>
        <translation>ミニマップ(&amp;M)</translation>
    </message>
    <message>
        <source>The whole picture in a corner; click to go there</source>
        <translation>隅に画像全体を表示。クリックでそこへ移動</translation>
    </message>
    <message>
        <source>&amp;Rulers</source>
        <translation>ルーラー(&amp;R)</translation>
    </message>
    <message>
        <source>In pixels of the image</source>
        <translation>画像の画素単位</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>ハイ コントラスト(&amp;H)</translation>
    </message>
    <message>
        <source>White on black, with a line round everything</source>
        <translation>黒地に白、すべてに枠線</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>文字を大きく(&amp;L)</translation>
    </message>
    <message>
        <source>In the whole window</source>
        <translation>ウィンドウ全体で</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>文字を小さく(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>標準の文字(&amp;N)</translation>
    </message>
    <message>
        <source>As large as the system says</source>
        <translation>システムの設定どおり</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>ラベル付け(&amp;L)</translation>
    </message>
    <message>
        <source>Panels for labelling</source>
        <translation>ラベル付け用のパネル</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>確認(&amp;R)</translation>
    </message>
    <message>
        <source>Panels for review: the images as a list</source>
        <translation>確認用のパネル: 画像は一覧</translation>
    </message>
    <message>
        <source>&amp;Video</source>
        <translation>動画(&amp;V)</translation>
    </message>
    <message>
        <source>Panels for video: the images as a film strip</source>
        <translation>動画用のパネル: 画像は帯状</translation>
    </message>
    <message>
        <source>Bring &amp;panels back</source>
        <translation>パネルを戻す(&amp;P)</translation>
    </message>
    <message>
        <source>Every panel in its first place</source>
        <translation>すべてのパネルを最初の位置に戻します</translation>
    </message>
    <message>
        <source>Shri&amp;nk by a pixel</source>
        <translation>1 画素縮める(&amp;N)</translation>
    </message>
    <message>
        <source>Show &amp;alone</source>
        <translation>これだけ表示(&amp;A)</translation>
    </message>
    <message>
        <source>Hide everything but what is selected; again: show all</source>
        <translation>選択したもの以外を隠します。もう一度ですべて表示</translation>
    </message>
    <message>
        <source>Sho&amp;w all</source>
        <translation>すべて表示(&amp;W)</translation>
    </message>
    <message>
        <source>Show what is hidden in this image</source>
        <translation>この画像で隠れているものを表示します</translation>
    </message>
    <message>
        <source>Hide or show label</source>
        <translation>ラベルを隠すまたは表示</translation>
    </message>
    <message>
        <source>All instances of the current label in this image</source>
        <translation>この画像にある現在のラベルのすべてのインスタンス</translation>
    </message>
    <message>
        <source>Lock or unlock label</source>
        <translation>ラベルをロックまたは解除</translation>
    </message>
    <message>
        <source>Show label alone</source>
        <translation>このラベルだけ表示</translation>
    </message>
    <message>
        <source>Hide what is not of the current label; again: show all</source>
        <translation>現在のラベル以外を隠します。もう一度ですべて表示</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>グループ化(&amp;G)</translation>
    </message>
    <message>
        <source>What is selected belongs together</source>
        <translation>選択したものを 1 つのまとまりにします</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>グループ解除(&amp;U)</translation>
    </message>
    <message>
        <source>What is selected belongs to no group</source>
        <translation>選択したものをグループから外します</translation>
    </message>
    <message>
        <source>Many instances that nobody told apart; exported as such</source>
        <translation>区別していない多数のインスタンス。そのまま書き出します</translation>
    </message>
    <message>
        <source>&amp;Pick a label</source>
        <translation>ラベルを選ぶ(&amp;P)</translation>
    </message>
    <message>
        <source>Letters find it; Enter gives it to what is selected</source>
        <translation>文字で探し、Enter で選択したものに付けます</translation>
    </message>
    <message>
        <source>&amp;Merge or delete labels …</source>
        <translation>ラベルの統合と削除(&amp;M) …</translation>
    </message>
    <message>
        <source>Over the whole data set, as one step</source>
        <translation>データセット全体で、1 回の操作として</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>絞り込み(&amp;F)</translation>
    </message>
    <message>
        <source>Type which images and instances to list</source>
        <translation>一覧に出す画像とインスタンスを入力します</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>拡大(&amp;Z)</translation>
    </message>
    <message>
        <source>P&amp;eek</source>
        <translation>下をのぞく(&amp;E)</translation>
    </message>
    <message>
        <source>Pro&amp;tect others</source>
        <translation>他を保護(&amp;T)</translation>
    </message>
    <message>
        <source>C&amp;rowd region</source>
        <translation>群集領域(&amp;R)</translation>
    </message>
    <message>
        <source>Make a &amp;checkpoint</source>
        <translation>チェックポイントを作成</translation>
    </message>
    <message>
        <source>Keep this state; work is saved by itself all the time</source>
        <translation>この状態を残します。作業は常に自動で保存されます</translation>
    </message>
    <message>
        <source>&amp;Backups and checkpoints …</source>
        <translation>バックアップとチェックポイント …</translation>
    </message>
    <message>
        <source>Go back to an earlier state, as a new project</source>
        <translation>以前の状態を新しいプロジェクトとして開く</translation>
    </message>
    <message>
        <source>Grow by …</source>
        <translation>拡張量を指定 …</translation>
    </message>
    <message>
        <source>Grow what is selected by a number of pixels, shown before it is stored</source>
        <translation>選択を指定ピクセル広げる。保存前に表示</translation>
    </message>
    <message>
        <source>Shrink by …</source>
        <translation>縮小量を指定 …</translation>
    </message>
    <message>
        <source>Shrink what is selected by a number of pixels</source>
        <translation>選択を指定ピクセル縮める</translation>
    </message>
    <message>
        <source>Smooth by …</source>
        <translation>滑らかさを指定 …</translation>
    </message>
    <message>
        <source>Round corners and drop threads thinner than the number</source>
        <translation>角を丸め、数値より細い線を消す</translation>
    </message>
    <message>
        <source>Fill small holes …</source>
        <translation>小さな穴を埋める …</translation>
    </message>
    <message>
        <source>Fill the holes of fewer pixels than the number</source>
        <translation>数値より小さい穴を埋める</translation>
    </message>
    <message>
        <source>Drop small islands …</source>
        <translation>小さな島を消す …</translation>
    </message>
    <message>
        <source>Drop the parts of fewer pixels than the number</source>
        <translation>数値より小さい部分を消す</translation>
    </message>
    <message>
        <source>Simplify …</source>
        <translation>単純化 …</translation>
    </message>
    <message>
        <source>A border of fewer vertices; tells the overlap and the largest error before it is stored</source>
        <translation>頂点の少ない境界。保存前に重なりと最大誤差を示す</translation>
    </message>
    <message>
        <source>Split parts</source>
        <translation>部分に分割</translation>
    </message>
    <message>
        <source>Every part becomes an instance; the largest keeps the id</source>
        <translation>各部分がインスタンスになり、最大のものが ID を保つ</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>結合</translation>
    </message>
    <message>
        <source>One instance of all selected; the first one keeps its id</source>
        <translation>選択を一つにする。最初のものが ID を保つ</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Take the other selected instances from the first one</source>
        <translation>最初のものから他の選択を引く</translation>
    </message>
    <message>
        <source>Intersect</source>
        <translation>共通部分</translation>
    </message>
    <message>
        <source>Keep of the first one what all selected share; the others go</source>
        <translation>全選択に共通の部分だけ残し、他は消える</translation>
    </message>
    <message>
        <source>Exclude overlap</source>
        <translation>重なりを除外</translation>
    </message>
    <message>
        <source>Keep what an odd number of the selected has; the others go</source>
        <translation>奇数個に含まれる部分を残し、他は消える</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copies of what is selected, a little aside</source>
        <translation>選択の複製を少しずらして作る</translation>
    </message>
    <message>
        <source>Copy instances</source>
        <translation>インスタンスをコピー</translation>
    </message>
    <message>
        <source>To the clipboard, as text</source>
        <translation>テキストとしてクリップボードへ</translation>
    </message>
    <message>
        <source>Paste instances</source>
        <translation>インスタンスを貼り付け</translation>
    </message>
    <message>
        <source>From the clipboard, at the same pixels</source>
        <translation>クリップボードから同じ位置へ</translation>
    </message>
    <message>
        <source>Copy to the next image</source>
        <translation>次の画像へコピー</translation>
    </message>
    <message>
        <source>Copies of what is selected on the next image</source>
        <translation>選択の複製を次の画像に作る</translation>
    </message>
    <message>
        <source>Interpolate to here</source>
        <translation>ここまで補間</translation>
    </message>
    <message>
        <source>Masks for the images between the last one with this label and this one</source>
        <translation>このラベルがある直前の画像との間の画像にマスクを作る</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>投げ縄</translation>
    </message>
    <message>
        <source>Drag round pixels to add them; Alt takes them away</source>
        <translation>囲んだピクセルを追加。Alt で取り除く</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多角形</translation>
    </message>
    <message>
        <source>Click corners, Enter closes; Alt takes away</source>
        <translation>角をクリックし Enter で閉じる。Alt で取り除く</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>四角形</translation>
    </message>
    <message>
        <source>Drag a box to add its pixels; Alt takes them away</source>
        <translation>四角形のピクセルを追加。Alt で取り除く</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>マジックワンド</translation>
    </message>
    <message>
        <source>Click takes similar pixels, a drag sets how similar; Alt takes away</source>
        <translation>クリックで似たピクセルを取り、ドラッグで調整。Alt で取り除く</translation>
    </message>
    <message>
        <source>Smart scissors</source>
        <translation>スマートはさみ</translation>
    </message>
    <message>
        <source>Click along an edge; the line follows it</source>
        <translation>縁に沿ってクリックすると線が追う</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Draw a line across an instance to cut it</source>
        <translation>インスタンスを横切る線を引いて切断</translation>
    </message>
    <message>
        <source>Vertices</source>
        <translation>頂点</translation>
    </message>
    <message>
        <source>Move, add and remove the corners of an outline</source>
        <translation>輪郭の角を動かす、加える、消す</translation>
    </message>
    <message>
        <source>Ask about others</source>
        <translation>他について尋ねる</translation>
    </message>
    <message>
        <source>After a stroke over other instances, ask what it takes</source>
        <translation>他のインスタンスに重なる線の後で、取る範囲を尋ねる</translation>
    </message>
    <message>
        <source>Take what the stroke covers</source>
        <translation>線が覆う部分を取る</translation>
    </message>
    <message>
        <source>The answer when a stroke covers other instances</source>
        <translation>線が他のインスタンスを覆うときの答え</translation>
    </message>
    <message>
        <source>Image &amp;tags …</source>
        <translation>画像のタグ(&amp;T) …</translation>
    </message>
    <message>
        <source>Words for the whole image, such as night; the filter finds them</source>
        <translation>夜など、画像全体に付ける言葉。絞り込みで見つかります</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>採用(&amp;A)</translation>
    </message>
    <message>
        <source>Proposals that pass the threshold become instances; while reviewing: this one is right</source>
        <translation>しきい値を超えた候補をインスタンスにします。確認中は、これを正しいとします</translation>
    </message>
    <message>
        <source>Accept, then open the next image; while reviewing: all that wait in this one</source>
        <translation>採用して次の画像を開きます。確認中は、この画像で確認待ちのものをすべて採用します</translation>
    </message>
    <message>
        <source>&amp;Review what waits</source>
        <translation>確認待ちを確認(&amp;R)</translation>
    </message>
    <message>
        <source>What nobody has looked at, the most doubtful first; Enter accepts, X rejects, a digit gives a label, Tab skips</source>
        <translation>まだ誰も見ていないものを、疑わしい順に表示します。Enter で採用、X で却下、数字でラベル付け、Tab で飛ばします</translation>
    </message>
    <message>
        <source>Accept a&amp;bove …</source>
        <translation>スコア以上を採用(&amp;B) …</translation>
    </message>
    <message>
        <source>Everything that waits from a score on, after the count and a sample; one step</source>
        <translation>あるスコア以上の確認待ちをすべて、件数と見本を見てから採用します。1 回で元に戻せます</translation>
    </message>
    <message>
        <source>&amp;Check the project …</source>
        <translation>プロジェクトを検査(&amp;C) …</translation>
    </message>
    <message>
        <source>Find duplicates, slivers, small holes and islands, overlaps, odd areas; repair them</source>
        <translation>重複、細片、小さな穴や島、重なり、異常な面積を見つけて修復します</translation>
    </message>
    <message>
        <source>I&amp;mport …</source>
        <translation>インポート(&amp;M) …</translation>
    </message>
    <message>
        <source>Read labels and masks of COCO, YOLO, LabelMe and others</source>
        <translation>COCO、YOLO、LabelMe などのラベルとマスクを読み込む</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>エクスポート(&amp;E) …</translation>
    </message>
    <message>
        <source>Write labels and masks for other programs, after a report of what is lost</source>
        <translation>失われるものを報告してから、ほかのプログラム向けにラベルとマスクを書き出す</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>前面へ</translation>
    </message>
    <message>
        <source>One layer up in the stack of masks</source>
        <translation>マスクの重なりで一段上へ</translation>
    </message>
    <message>
        <source>Move backward</source>
        <translation>背面へ</translation>
    </message>
    <message>
        <source>One layer down in the stack of masks</source>
        <translation>マスクの重なりで一段下へ</translation>
    </message>
    <message>
        <source>Previous unfinished image</source>
        <translation>前の未処理画像</translation>
    </message>
    <message>
        <source>Nothing labelled there yet, or something waits for a look</source>
        <translation>まだ注釈がないか、確認待ちのものがある画像</translation>
    </message>
    <message>
        <source>Next unfinished image</source>
        <translation>次の未処理画像</translation>
    </message>
    <message>
        <source>Zoom with Ctrl+wheel</source>
        <translation>Ctrl+ホイールで拡大縮小</translation>
    </message>
    <message>
        <source>The wheel alone scrolls, with Shift sideways; off: the wheel alone zooms</source>
        <translation>ホイールだけでスクロール、Shift で横へ。オフではホイールだけで拡大縮小</translation>
    </message>
    <message>
        <source>Auto-&amp;label all images …</source>
        <translation>すべての画像を自動ラベル付け(&amp;L) …</translation>
    </message>
    <message>
        <source>Ask the model for several labels in every image, in the background; one step</source>
        <translation>すべての画像で複数のラベルをモデルに探させる（バックグラウンド、一手順）</translation>
    </message>
    <message>
        <source>&amp;Repeat the last export</source>
        <translation>前回の書き出しを繰り返す(&amp;R)</translation>
    </message>
    <message>
        <source>Write the same again, at once if nothing more is lost than the last report said</source>
        <translation>同じものをもう一度書き出します。前回の報告より失われるものが増えなければすぐに書きます</translation>
    </message>
    <message>
        <source>Find label %1 in all images …</source>
        <translation>ラベル %1 をすべての画像で探す …</translation>
    </message>
    <message>
        <source>Try that label on a few images, then run it on all of them</source>
        <translation>そのラベルを数枚の画像で試し、その後すべての画像で実行します</translation>
    </message>
</context>
<context>
    <name>auto_label</name>
    <message>
        <source>Auto-label run</source>
        <translation>自動ラベル付け</translation>
    </message>
    <message>
        <source>The auto-label run is in the project. Instances added: %1; images: %2.</source>
        <translation>自動ラベル付けを反映しました。追加したインスタンス: %1、画像: %2。</translation>
    </message>
    <message>
        <source>There already: %1.</source>
        <translation>すでにあったもの: %1。</translation>
    </message>
    <message>
        <source>Instances of earlier runs that gave way: %1.</source>
        <translation>置き換えた以前の実行のインスタンス: %1。</translation>
    </message>
    <message>
        <source>Images left because they have instances: %1.</source>
        <translation>インスタンスがあるため残した画像: %1。</translation>
    </message>
    <message>
        <source>Images that have had this run before: %1.</source>
        <translation>この実行をすでに反映した画像: %1。</translation>
    </message>
    <message>
        <source>Images that could not be labelled: %1; the first is %2</source>
        <translation>ラベル付けできなかった画像: %1、最初は %2</translation>
    </message>
    <message>
        <source>An auto-label run of this project is not at its end. Images done: %1 of %2.</source>
        <translation>このプロジェクトの自動ラベル付けが終わっていません。完了した画像: %1 / %2。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Put in what is found</source>
        <translation>見つけたものを反映</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Images that the run has labelled: %1. Forget what it has found?</source>
        <translation>実行がラベル付けした画像: %1。見つけたものを破棄しますか？</translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation>実行を破棄</translation>
    </message>
    <message>
        <source>Try those again</source>
        <translation>その画像をもう一度試す</translation>
    </message>
    <message>
        <source>a run is on</source>
        <translation>実行中です</translation>
    </message>
    <message>
        <source>the project is open to look at only</source>
        <translation>プロジェクトは閲覧専用で開いています</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>修正済み</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>採用済み</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手作業</translation>
    </message>
    <message>
        <source>by a prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>by a run</source>
        <translation>一括処理</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>ラベルなし</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>穴を埋める</translation>
    </message>
    <message>
        <source>Keep the largest part</source>
        <translation>最大の部分を残す</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>広げる</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>縮める</translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation>ロックまたは解除</translation>
    </message>
    <message>
        <source>Hide or show</source>
        <translation>隠すまたは表示</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>元に戻すものがありません</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>やり直すものがありません</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>元に戻す(&amp;U): %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>やり直す(&amp;R): %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>nothing is selected</source>
        <translation>何も選択されていません</translation>
    </message>
    <message>
        <source>this is the first image</source>
        <translation>最初の画像です</translation>
    </message>
    <message>
        <source>this is the last image</source>
        <translation>最後の画像です</translation>
    </message>
    <message>
        <source>Recolour labels</source>
        <translation>ラベルの色を変更</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>これだけ表示</translation>
    </message>
    <message>
        <source>Crowd region</source>
        <translation>群集領域</translation>
    </message>
    <message>
        <source>Hide or show label</source>
        <translation>ラベルを隠すまたは表示</translation>
    </message>
    <message>
        <source>Lock or unlock label</source>
        <translation>ラベルをロックまたは解除</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>グループ化</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>グループ解除</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>採用済み</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>修正済み</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>状態を設定</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>プロジェクトが開かれていません</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>前面へ</translation>
    </message>
    <message>
        <source>Move backward</source>
        <translation>背面へ</translation>
    </message>
</context>
<context>
    <name>core::Download</name>
    <message>
        <source>nothing came for %1 s</source>
        <translation>%1 秒間何も届きませんでした</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%2 バイトではなく %1 バイト</translation>
    </message>
    <message>
        <source>the server sent another piece than the one asked for</source>
        <translation>サーバーが求めたのと違う部分を送りました</translation>
    </message>
    <message>
        <source>it can&apos;t continue</source>
        <translation>続きを送れません</translation>
    </message>
    <message>
        <source>it sends from one address to the next without end</source>
        <translation>アドレスの転送が終わりません</translation>
    </message>
    <message>
        <source>it leads to an unprotected address</source>
        <translation>保護されていないアドレスに転送されます</translation>
    </message>
    <message>
        <source>%1 of %2 bytes came</source>
        <translation>%2 バイト中 %1 バイトが届きました</translation>
    </message>
</context>
<context>
    <name>core::ModelManager</name>
    <message>
        <source>Imported on %1.</source>
        <translation>%1 に読み込みました。</translation>
    </message>
</context>
<context>
    <name>core::OpenProject</name>
    <message>
        <source>Add image</source>
        <translation>画像を追加</translation>
    </message>
    <message>
        <source>Add %1 images</source>
        <translation>画像を %1 枚追加</translation>
    </message>
    <message>
        <source>The annotations of %1 images that were not visited could not be read.</source>
        <translation>開いていない画像 %1 枚の注釈を読めませんでした。</translation>
    </message>
</context>
<context>
    <name>core::ThreadedInferenceService</name>
    <message>
        <source>The image is not in memory any more; open it again and repeat the prompt.</source>
        <translation>画像がもうメモリにありません。開き直してからもう一度実行してください。</translation>
    </message>
</context>
<context>
    <name>core::TokenStore</name>
    <message>
        <source>it does not answer</source>
        <translation>応答がありません</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>object</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>Accept proposal</source>
        <translation>候補を採用</translation>
    </message>
    <message>
        <source>Accept %1 proposals</source>
        <translation>候補を %1 件採用</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>新しいインスタンス</translation>
    </message>
    <message>
        <source>Delete instance</source>
        <translation>インスタンスを削除</translation>
    </message>
    <message>
        <source>Delete %1 instances</source>
        <translation>インスタンスを %1 個削除</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>新しいラベル</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>ラベルを削除</translation>
    </message>
    <message>
        <source>Change label</source>
        <translation>ラベルを変更</translation>
    </message>
    <message>
        <source>Sort labels</source>
        <translation>ラベルを並べ替え</translation>
    </message>
    <message>
        <source>Change labels of %1 instances</source>
        <translation>%1 個のインスタンスのラベルを変更</translation>
    </message>
    <message>
        <source>Duplicate instance</source>
        <translation>インスタンスを複製</translation>
    </message>
    <message>
        <source>Duplicate %1 instances</source>
        <translation>%1 個のインスタンスを複製</translation>
    </message>
    <message>
        <source>Paste instance</source>
        <translation>インスタンスを貼る</translation>
    </message>
    <message>
        <source>Paste %1 instances</source>
        <translation>%1 個のインスタンスを貼る</translation>
    </message>
    <message>
        <source>Image tags</source>
        <translation>画像のタグ</translation>
    </message>
</context>
<context>
    <name>gui::AcceptAboveDialog</name>
    <message>
        <source>Accept above a score</source>
        <translation>あるスコア以上を採用</translation>
    </message>
    <message>
        <source>Score of at least</source>
        <translation>スコアの下限</translation>
    </message>
    <message>
        <source>These would just pass:</source>
        <translation>ぎりぎり採用されるもの:</translation>
    </message>
    <message>
        <source>Accept all of them</source>
        <translation>すべて採用</translation>
    </message>
    <message>
        <source>%1 of %2 that wait would be accepted, as one step.</source>
        <translation>確認待ち %2 件のうち %1 件を、1 回の操作で採用します。</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>数えています …</translation>
    </message>
</context>
<context>
    <name>gui::AccessStep</name>
    <message>
        <source>2  Access</source>
        <translation>2  アクセス</translation>
    </message>
    <message>
        <source>&amp;Keep token</source>
        <translation>トークンを保存(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>破棄(&amp;F)</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>トークン</translation>
    </message>
    <message>
        <source>Paste the token here</source>
        <translation>ここにトークンを貼り付け</translation>
    </message>
    <message>
        <source>Where the token is</source>
        <translation>トークンの保存場所</translation>
    </message>
    <message>
        <source>Comes with the program.</source>
        <translation>プログラムに付属しています。</translation>
    </message>
    <message>
        <source>Free for everybody; no account is needed.</source>
        <translation>誰でも無料で使えます。アカウントは不要です。</translation>
    </message>
    <message>
        <source>No address is known. Import a file that you have.</source>
        <translation>アドレスが分かりません。お持ちのファイルを読み込んでください。</translation>
    </message>
    <message>
        <source>Given on request: &lt;a href=&quot;%1&quot;&gt;ask on the model&apos;s page&lt;/a&gt;, then &lt;a href=&quot;%2&quot;&gt;make a token&lt;/a&gt; with read access.</source>
        <translation>申請が必要です: &lt;a href=&quot;%1&quot;&gt;モデルのページで申請&lt;/a&gt;し、読み取り権限のある&lt;a href=&quot;%2&quot;&gt;トークンを作成&lt;/a&gt;してください。</translation>
    </message>
    <message>
        <source>A token for %1 is known.</source>
        <translation>%1 のトークンがあります。</translation>
    </message>
    <message>
        <source>No token for %1 yet.</source>
        <translation>%1 のトークンはまだありません。</translation>
    </message>
    <message>
        <source>That is no token: it has letters, digits and signs, and nothing between them.</source>
        <translation>トークンではありません。トークンは文字・数字・記号だけで、間に何も入りません。</translation>
    </message>
    <message>
        <source>The token is in the system&apos;s keychain.</source>
        <translation>トークンはシステムのキーチェーンにあります。</translation>
    </message>
</context>
<context>
    <name>gui::AnnotationDock</name>
    <message>
        <source>Instances</source>
        <translation>インスタンス</translation>
    </message>
    <message>
        <source>Nothing labelled here yet.
Type a phrase, or paint with B.</source>
        <translation>ここにはまだ何もありません。
フレーズを入力するか、B で塗ってください。</translation>
    </message>
    <message>
        <source>Instances  %1</source>
        <translation>インスタンス  %1</translation>
    </message>
    <message>
        <source>The filter hides all %1 of them.</source>
        <translation>絞り込みで %1 件すべてが隠れています。</translation>
    </message>
    <message>
        <source>Instances  %1 of %2</source>
        <translation>インスタンス  %1 / %2</translation>
    </message>
</context>
<context>
    <name>gui::AnnotationModel</name>
    <message>
        <source>auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>修正済み</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>非表示</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>ラベルなし</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>手作業で作成</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>採用済み</translation>
    </message>
    <message>
        <source>crowd</source>
        <translation>群集</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>手作業</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>プロンプト</translation>
    </message>
    <message>
        <source>run: %1</source>
        <translation>一括処理: %1</translation>
    </message>
    <message>
        <source>import</source>
        <translation>読み込み</translation>
    </message>
    <message>
        <source>%1, %2 pixels</source>
        <translation>%1、%2 画素</translation>
    </message>
    <message>
        <source>found as “%1” %2</source>
        <translation>“%1” として検出 %2</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>グループ %1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>変更 %1</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面積</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>作成元</translation>
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
        <translation>複数の値</translation>
    </message>
    <message>
        <source>“%1” is no number; %2 stays as it was.</source>
        <translation>“%1” は数値ではありません。%2 はそのままです。</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 を設定</translation>
    </message>
</context>
<context>
    <name>gui::BackupsDialog</name>
    <message>
        <source>No copies yet. One is made each time the project is opened, and with Ctrl+S.</source>
        <translation>コピーはまだありません。プロジェクトを開くたびと Ctrl+S で作成されます。</translation>
    </message>
    <message>
        <source>Backups and checkpoints</source>
        <translation>バックアップとチェックポイント</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作成</translation>
    </message>
    <message>
        <source>What</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Compared with now</source>
        <translation>現在との違い</translation>
    </message>
    <message>
        <source>Copies of the project</source>
        <translation>プロジェクトのコピー</translation>
    </message>
    <message>
        <source>A copy is opened as a new project beside this one; nothing is replaced.</source>
        <translation>コピーはこのプロジェクトの隣に新しいプロジェクトとして開きます。何も置き換えません。</translation>
    </message>
    <message>
        <source>Open as a new project</source>
        <translation>新しいプロジェクトとして開く</translation>
    </message>
    <message>
        <source>Name …</source>
        <translation>名前 …</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>たった今</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 時間前</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 日前</translation>
    </message>
    <message>
        <source>the same as now</source>
        <translation>現在と同じ</translation>
    </message>
    <message>
        <source>changes since: %1</source>
        <translation>その後の変更: %1</translation>
    </message>
    <message>
        <source>instances: %1</source>
        <translation>インスタンス: %1</translation>
    </message>
    <message>
        <source>images: %1</source>
        <translation>画像: %1</translation>
    </message>
    <message>
        <source>labels: %1</source>
        <translation>ラベル: %1</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>チェックポイント</translation>
    </message>
    <message>
        <source>Checkpoint: %1</source>
        <translation>チェックポイント: %1</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>comparing …</source>
        <translation>比較中 …</translation>
    </message>
    <message>
        <source>the project itself can&apos;t be read</source>
        <translation>プロジェクト自体を読めません</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>Name of the checkpoint</source>
        <translation>チェックポイントの名前</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
</context>
<context>
    <name>gui::BarPlot</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>まだ表示するものがありません。</translation>
    </message>
</context>
<context>
    <name>gui::CanvasView</name>
    <message>
        <source>%1  %2  proposal</source>
        <translation>%1  %2  候補</translation>
    </message>
    <message>
        <source>like the example</source>
        <translation>例と同様</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>ラベルなし</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>Reading the image …</source>
        <translation>画像を読み込み中 …</translation>
    </message>
    <message>
        <source>This project has no images yet.
Open a folder or drop image files here.</source>
        <translation>このプロジェクトにはまだ画像がありません。
フォルダーを開くか、画像ファイルをここにドロップしてください。</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>キャンバス</translation>
    </message>
    <message>
        <source>The current image with its masks</source>
        <translation>現在の画像とそのマスク</translation>
    </message>
</context>
<context>
    <name>gui::ChecksDialog</name>
    <message>
        <source>Without a pixel</source>
        <translation>ピクセルなし</translation>
    </message>
    <message>
        <source>Outside the image</source>
        <translation>画像の外</translation>
    </message>
    <message>
        <source>The same instance twice</source>
        <translation>同じインスタンスが 2 つ</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重なり</translation>
    </message>
    <message>
        <source>Thin sliver</source>
        <translation>細い切れ端</translation>
    </message>
    <message>
        <source>Small holes</source>
        <translation>小さな穴</translation>
    </message>
    <message>
        <source>Small islands</source>
        <translation>小さな島</translation>
    </message>
    <message>
        <source>Area far from that of its label</source>
        <translation>同じラベルから大きく外れた面積</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>プロジェクトを検査</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>検出結果</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>検出内容</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>ピクセル</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>もう一度検査</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修復</translation>
    </message>
    <message>
        <source>Looking through the project …</source>
        <translation>プロジェクトを調べています …</translation>
    </message>
    <message>
        <source>Nothing is wrong as far as the rules can tell.</source>
        <translation>規則で分かる限り、問題はありません。</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>検出: %1 件</translation>
    </message>
    <message>
        <source>Repair all %1</source>
        <translation>%1 件すべて修復</translation>
    </message>
    <message>
        <source>A person must decide; choose one to see it.</source>
        <translation>人が決める必要があります。選ぶと表示されます。</translation>
    </message>
    <message>
        <source>Repairing …</source>
        <translation>修復しています …</translation>
    </message>
    <message>
        <source>The project was changed meanwhile; try again.</source>
        <translation>その間にプロジェクトが変更されました。もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>gui::ComfortCommands</name>
    <message>
        <source>As the &amp;system</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
</context>
<context>
    <name>gui::CommandPalette</name>
    <message>
        <source>Type a command</source>
        <translation>コマンドを入力</translation>
    </message>
    <message>
        <source>Command to find</source>
        <translation>探すコマンド</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>見つかったコマンド</translation>
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
        <translation>比較</translation>
    </message>
    <message>
        <source>&amp;True:</source>
        <translation>正解(&amp;T):</translation>
    </message>
    <message>
        <source>&amp;Found:</source>
        <translation>検出(&amp;F):</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比較する対象</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>マスク</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>境界</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>ボックス</translation>
    </message>
    <message>
        <source>&amp;Clips</source>
        <translation>クリップ(&amp;C)</translation>
    </message>
    <message>
        <source>The images of a folder are the frames of a clip; track_id tells who is who</source>
        <translation>フォルダーの画像をクリップのフレームとみなします。track_id で同じものを見分けます</translation>
    </message>
    <message>
        <source>&amp;Doubts for the review queue</source>
        <translation>レビュー待ちの疑いに使う(&amp;D)</translation>
    </message>
    <message>
        <source>What the other side does not have comes early in the review</source>
        <translation>もう一方にないものをレビューで早く出します</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較する</translation>
    </message>
</context>
<context>
    <name>gui::DifferencesPage</name>
    <message>
        <source>Added</source>
        <translation>追加</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Relabelled</source>
        <translation>ラベル変更</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Which differences</source>
        <translation>表示する差分</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>すべての差分</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>What</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Differences are listed of pictures with classes, not of clips or of phrases.</source>
        <translation>差分はクラスのある画像だけに表示します。クリップや語句にはありません。</translation>
    </message>
    <message>
        <source>%1 images: %2 added, %3 removed, %4 changed, %5 relabelled, %6 the same</source>
        <translation>%1 枚の画像: 追加 %2、削除 %3、変更 %4、ラベル変更 %5、同じ %6</translation>
    </message>
</context>
<context>
    <name>gui::DisplayDock</name>
    <message>
        <source>Display</source>
        <translation>表示調整</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黒</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>ガンマ</translation>
    </message>
    <message>
        <source>Channel shown as red</source>
        <translation>赤で表示するチャンネル</translation>
    </message>
    <message>
        <source>Channel shown as green</source>
        <translation>緑で表示するチャンネル</translation>
    </message>
    <message>
        <source>Channel shown as blue</source>
        <translation>青で表示するチャンネル</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>チャンネル</translation>
    </message>
    <message>
        <source>Keep for the next images</source>
        <translation>次の画像にも使う</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>リセット</translation>
    </message>
    <message>
        <source>For the view only. The model sees %1 to %2.</source>
        <translation>表示だけの設定です。モデルには %1～%2 が渡されます。</translation>
    </message>
</context>
<context>
    <name>gui::ExchangeCommands</name>
    <message>
        <source>Import %1</source>
        <translation>%1 をインポート</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>プロジェクトが開かれていません</translation>
    </message>
    <message>
        <source>Labels of any format (%1)</source>
        <translation>すべての形式のラベル (%1)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>インポート</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>読み込み中 …</translation>
    </message>
    <message>
        <source>Reading … %1 instances</source>
        <translation>読み込み中 … %1 個のインスタンス</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation>読み込みを中止しました。何も変更されていません。</translation>
    </message>
    <message>
        <source>%1 instances in %2 images imported.</source>
        <translation>%2 枚の画像に %1 個のインスタンスを読み込みました。</translation>
    </message>
    <message>
        <source>… and %1 more notes.</source>
        <translation>… ほか %1 件の注記。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>探しています …</translation>
    </message>
</context>
<context>
    <name>gui::ExportDialog</name>
    <message>
        <source>Write polygons instead of run lengths</source>
        <translation>ランレングスの代わりにポリゴンで書き出す</translation>
    </message>
    <message>
        <source>Older programs read only polygons. Holes and small parts then cost pixels.</source>
        <translation>古いプログラムはポリゴンしか読めません。その場合、穴や小さな部分で画素が失われます。</translation>
    </message>
    <message>
        <source>What will be lost</source>
        <translation>失われるもの</translation>
    </message>
    <message>
        <source>Choose folder and write …</source>
        <translation>フォルダーを選んで書き出す …</translation>
    </message>
    <message>
        <source>%1 instances in %2 images.</source>
        <translation>%2 枚の画像に %1 個のインスタンス。</translation>
    </message>
    <message>
        <source>%1 with holes, %2 in several parts.</source>
        <translation>穴あり %1 個、複数の部分 %2 個。</translation>
    </message>
    <message>
        <source>Every pixel is kept.</source>
        <translation>すべての画素が保たれます。</translation>
    </message>
    <message>
        <source>%1 pixels will read back different.</source>
        <translation>%1 画素が読み戻すと変わります。</translation>
    </message>
    <message>
        <source>%1 instances are left out: rejected or empty.</source>
        <translation>%1 個のインスタンスは除かれます: 却下または空。</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>書き出し中 …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Wrote %1 instances to %2.</source>
        <translation>%1 個のインスタンスを %2 に書き出しました。</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>A filter as in the image list, such as class:car or tag:night</source>
        <translation>画像一覧と同じ絞り込み。例: class:car や tag:night</translation>
    </message>
    <message>
        <source>&amp;Only what this finds:</source>
        <translation>これで見つかるものだけ(&amp;O):</translation>
    </message>
    <message>
        <source>As the &amp;list</source>
        <translation>一覧と同じ(&amp;L)</translation>
    </message>
    <message>
        <source>Take the filter of the image list: %1</source>
        <translation>画像一覧の絞り込みを使う: %1</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>探しています …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>エクスポート</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>形式(&amp;F):</translation>
    </message>
    <message>
        <source>Copy the pictures, too</source>
        <translation>画像もコピーする</translation>
    </message>
    <message>
        <source>Other programs look for the pictures in the same folder.</source>
        <translation>ほかのプログラムは同じフォルダーで画像を探します。</translation>
    </message>
    <message>
        <source>%1 has no place for: %2.</source>
        <translation>%1 に入れられないもの: %2。</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>エクスポート先のフォルダー</translation>
    </message>
    <message>
        <source>Write as before</source>
        <translation>前回と同じに書く</translation>
    </message>
</context>
<context>
    <name>gui::FiguresPage</name>
    <message>
        <source>Class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>True</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>検出数</translation>
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
        <translation>クラスごとの数値</translation>
    </message>
    <message>
        <source>F1 of the classes</source>
        <translation>クラスの F1</translation>
    </message>
    <message>
        <source>Images by their F1</source>
        <translation>F1 ごとの画像</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>表示するもの</translation>
    </message>
    <message>
        <source>Plot of the comparison</source>
        <translation>比較のグラフ</translation>
    </message>
    <message>
        <source>cgF1 %1 (pmF1 %2, IL_MCC %3)</source>
        <translation>cgF1 %1（pmF1 %2、IL_MCC %3）</translation>
    </message>
    <message>
        <source>AP %1 (50: %2, 75: %3)</source>
        <translation>AP %1（50: %2、75: %3）</translation>
    </message>
    <message>
        <source>J&amp;F %1</source>
        <translation>J&amp;F %1</translation>
    </message>
    <message>
        <source>PQ %1 (SQ %2, RQ %3)</source>
        <translation>PQ %1（SQ %2、RQ %3）</translation>
    </message>
    <message>
        <source>pHOTA %1</source>
        <translation>pHOTA %1</translation>
    </message>
    <message>
        <source>Every class is in every image, so cgF1 says nothing; read pmF1.</source>
        <translation>すべての画像にすべてのクラスがあるため cgF1 は意味を持ちません。pmF1 を見てください。</translation>
    </message>
    <message>
        <source>F1 %1 to %2</source>
        <translation>F1 %1 から %2</translation>
    </message>
</context>
<context>
    <name>gui::FileCommands</name>
    <message>
        <source>The last changes are not saved yet. %1 Leave the project and lose them?</source>
        <translation>最後の変更はまだ保存されていません。%1 プロジェクトを離れて失ってもよいですか？</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>There is no model file %1. Choose one with Prompt, Open model.</source>
        <translation>モデル ファイル %1 がありません。「プロンプト」の「モデルを開く」で選んでください。</translation>
    </message>
    <message>
        <source>No images there. Choose image files or a folder that holds some.</source>
        <translation>そこに画像がありません。画像ファイルか、画像の入ったフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>%1 images added.</source>
        <translation>画像を %1 枚追加しました。</translation>
    </message>
    <message>
        <source>These images are already in the project.</source>
        <translation>これらの画像はすでにプロジェクトにあります。</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>プロジェクトを開く</translation>
    </message>
    <message>
        <source>Projects (*.%1)</source>
        <translation>プロジェクト (*.%1)</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>画像を追加</translation>
    </message>
    <message>
        <source>Images (%1)</source>
        <translation>画像 (%1)</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>モデルを開く</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.mwq);;All files (*)</source>
        <translation>モデル (*.safetensors *.pt *.mwq);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>%1 instances in %2 images imported.</source>
        <translation>%2 枚の画像に %1 個のインスタンスを読み込みました。</translation>
    </message>
    <message>
        <source>… and %1 more notes.</source>
        <translation>… ほか %1 件の注記。</translation>
    </message>
    <message>
        <source>%1 Your version is kept in %2. Leave the project?</source>
        <translation>%1 あなたの版は %2 にあります。プロジェクトを閉じますか？</translation>
    </message>
    <message>
        <source>The last changes are not saved in the project yet. %1 They are kept on this computer and are put back when the project is opened again. Leave it?</source>
        <translation>最後の変更はまだプロジェクトに保存されていません。%1 このコンピューターに残り、次に開いたときに戻ります。閉じますか？</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 をインポート</translation>
    </message>
    <message>
        <source>masks</source>
        <translation>マスク</translation>
    </message>
</context>
<context>
    <name>gui::Gallery</name>
    <message>
        <source>Delete %1 instances</source>
        <translation>インスタンスを %1 個削除</translation>
    </message>
    <message>
        <source>Change labels of %1 instances</source>
        <translation>%1 個のインスタンスのラベルを変更</translation>
    </message>
</context>
<context>
    <name>gui::GalleryDock</name>
    <message>
        <source>Gallery</source>
        <translation>ギャラリー</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>並び順</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>大きい順</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>小さい順</translation>
    </message>
    <message>
        <source>Least score first</source>
        <translation>スコアの低い順</translation>
    </message>
    <message>
        <source>Odd looks first</source>
        <translation>見た目が変わったものから</translation>
    </message>
    <message>
        <source>By colours, size and shape, compared with the others; no model is asked</source>
        <translation>色・大きさ・形をほかと比べます。モデルは使いません</translation>
    </message>
    <message>
        <source>Instances of the label</source>
        <translation>ラベルのインスタンス</translation>
    </message>
    <message>
        <source>%1 instances. Delete removes the chosen ones, a digit gives them that label.</source>
        <translation>%1 個のインスタンス。Delete で選んだものを削除し、数字でそのラベルを付けます。</translation>
    </message>
    <message>
        <source>Looking: %1 images to go …</source>
        <translation>調べています: 残り %1 枚…</translation>
    </message>
    <message>
        <source>Compared by colours, size and shape.</source>
        <translation>色・大きさ・形で比べました。</translation>
    </message>
</context>
<context>
    <name>gui::GalleryModel</name>
    <message>
        <source>%1 pixels, score %2</source>
        <translation>%1 ピクセル、スコア %2</translation>
    </message>
</context>
<context>
    <name>gui::GridPlot</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>まだ表示するものがありません。</translation>
    </message>
    <message>
        <source>in one image with</source>
        <translation>同じ画像にあるもの</translation>
    </message>
    <message>
        <source>%1 with %2: %3 images</source>
        <translation>%1 と %2: %3 枚の画像</translation>
    </message>
</context>
<context>
    <name>gui::ImageDock</name>
    <message>
        <source>Images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 images, %3 instances</source>
        <translation>%2 枚中 %1 枚、インスタンス %3 個</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>プロジェクトが開かれていません</translation>
    </message>
    <message>
        <source>Tags of the image, with commas between them:</source>
        <translation>画像のタグ（コンマ区切り）:</translation>
    </message>
    <message>
        <source>Tags that all %1 images have, with commas between them:</source>
        <translation>%1 枚の画像すべてにあるタグ（コンマ区切り）:</translation>
    </message>
    <message>
        <source>Image tags</source>
        <translation>画像のタグ</translation>
    </message>
</context>
<context>
    <name>gui::IssueStrip</name>
    <message>
        <source>Notice</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>お知らせを閉じる</translation>
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
        <translation>その番号のラベルを付ける</translation>
    </message>
    <message>
        <source>Find everything of that label</source>
        <translation>そのラベルのものをすべて探す</translation>
    </message>
    <message>
        <source>Space, drag</source>
        <translation>Space+ドラッグ</translation>
    </message>
    <message>
        <source>Move the image; middle button too</source>
        <translation>画像を動かす（中ボタンでも可）</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>ホイール</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>ポインターを中心に拡大縮小</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>キャンバス上</translation>
    </message>
    <message>
        <source>Any key closes this. %1 once more: all keys, and how to change them.</source>
        <translation>どのキーでも閉じます。もう一度 %1 ですべてのキーと変更方法。</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>%1 のキー</translation>
    </message>
    <message>
        <source>Find that label in all images</source>
        <translation>そのラベルをすべての画像で探す</translation>
    </message>
</context>
<context>
    <name>gui::KeysDialog</name>
    <message>
        <source>Single keys keep their &amp;place on the keyboard</source>
        <translation>単独のキーはキーボード上の位置で決まる(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;New key</source>
        <translation>新しいキー(&amp;N)</translation>
    </message>
    <message>
        <source>Press the key it shall have</source>
        <translation>割り当てるキーを押します</translation>
    </message>
    <message>
        <source>&amp;Another key</source>
        <translation>キーを追加(&amp;A)</translation>
    </message>
    <message>
        <source>Press one more key for it</source>
        <translation>もう 1 つのキーを押します</translation>
    </message>
    <message>
        <source>N&amp;o key</source>
        <translation>キーなし(&amp;O)</translation>
    </message>
    <message>
        <source>Take its keys away</source>
        <translation>割り当てを外します</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>リセット(&amp;R)</translation>
    </message>
    <message>
        <source>The keys it had at first</source>
        <translation>元のキーに戻します</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>すべてリセット(&amp;L)</translation>
    </message>
    <message>
        <source>All commands get the keys they had at first</source>
        <translation>すべてのコマンドを元のキーに戻します</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Keys of which program</source>
        <translation>どのプログラムのキーか</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>コマンドまたはキーを探す</translation>
    </message>
    <message>
        <source>Then they work with every layout and input method. Off: the letter counts, wherever it is.</source>
        <translation>どの配列や入力方式でも使えます。オフ: 位置に関係なく文字で決まります。</translation>
    </message>
    <message>
        <source>Keys &amp;as in</source>
        <translation>キー配置(&amp;A)</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>コマンドとキー</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>有効な場所</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>応答</translation>
    </message>
    <message>
        <source>“%1” has one of these keys now. Reset it first.</source>
        <translation>“%1” が今そのキーを使っています。先にそれをリセットしてください。</translation>
    </message>
    <message>
        <source>on the canvas</source>
        <translation>キャンバス上</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>どこでも</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Give that another key first.</source>
        <translation>%1 は “%2” のキーです。先にそちらを別のキーにしてください。</translation>
    </message>
    <message>
        <source>Press the key for “%1”. Esc leaves it as it is.</source>
        <translation>“%1” のキーを押してください。Esc でそのままにします。</translation>
    </message>
    <message>
        <source>The space bar moves the image and can&apos;t be given away.</source>
        <translation>スペース キーは画像の移動に使うため割り当てられません。</translation>
    </message>
</context>
<context>
    <name>gui::LabelDock</name>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>No labels yet.
The first phrase or shape makes one.</source>
        <translation>ラベルはまだありません。
最初のフレーズか形で作られます。</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>新しいラベル</translation>
    </message>
    <message>
        <source>Add a label. A phrase that finds something makes its own.</source>
        <translation>ラベルを追加します。何かを見つけたフレーズは自分のラベルを作ります。</translation>
    </message>
    <message>
        <source>label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>ラベル %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Colour …</source>
        <translation>色 …</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>ラベルを削除</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>スキーマ</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>統合 …</translation>
    </message>
    <message>
        <source>Merge, change or delete labels in all images</source>
        <translation>すべての画像のラベルを統合、変更、削除します</translation>
    </message>
    <message>
        <source>“%1” is in use. Choose what becomes of its instances.</source>
        <translation>“%1” は使用中です。そのインスタンスをどうするか選んでください。</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ</translation>
    </message>
    <message>
        <source>Colour, phrases, threshold and attributes of the current label</source>
        <translation>現在のラベルの色、語句、しきい値、属性</translation>
    </message>
</context>
<context>
    <name>gui::LabelModel</name>
    <message>
        <source>There already is a label “%1”. Names must differ.</source>
        <translation>ラベル “%1” はすでにあります。名前は重複できません。</translation>
    </message>
    <message>
        <source>%1
Asked for as: %2
In the whole project: %3 instances</source>
        <translation>%1
検索フレーズ: %2
プロジェクト全体: %3 個</translation>
    </message>
</context>
<context>
    <name>gui::LabelPanel</name>
    <message>
        <source>Colour</source>
        <translation>色</translation>
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
        <translation>型</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>選択肢</translation>
    </message>
    <message>
        <source>Add an attribute to this label</source>
        <translation>このラベルに属性を追加します</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>属性を追加</translation>
    </message>
    <message>
        <source>Remove the attribute. Values that were given stay in the project and come back when this is undone.</source>
        <translation>属性を削除します。入力済みの値はプロジェクトに残り、元に戻すと復活します。</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>属性を削除</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>はい・いいえ</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>%1 の型</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>%1 の色</translation>
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
        <translation>モデルへの語句。空のときは名前</translation>
    </message>
    <message>
        <source>What the model is asked for, with commas between: bottle, flask. What several phrases find is one instance.</source>
        <translation>モデルに尋ねる語句をコンマで区切ります（例: bottle, flask）。複数の語句が見つけたものは 1 つのインスタンスになります。</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>語句</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>モデルの値</translation>
    </message>
    <message>
        <source>Proposals for this label that are scored lower are left out</source>
        <translation>このラベルの候補のうち、スコアがこれより低いものは除かれます</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>Score from</source>
        <translation>スコアの下限</translation>
    </message>
</context>
<context>
    <name>gui::LabelPicker</name>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Labels that fit</source>
        <translation>合うラベル</translation>
    </message>
    <message>
        <source>New label “%1”</source>
        <translation>新しいラベル “%1”</translation>
    </message>
</context>
<context>
    <name>gui::LicenceStep</name>
    <message>
        <source>1  Licence</source>
        <translation>1  ライセンス</translation>
    </message>
    <message>
        <source>I have &amp;read it and accept it</source>
        <translation>読んで同意しました(&amp;R)</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>ライセンス本文</translation>
    </message>
    <message>
        <source>1  Licence: %1 of %2</source>
        <translation>1  ライセンス: %1（%2）</translation>
    </message>
    <message>
        <source>The licence comes with the model; read it where you got the file.</source>
        <translation>ライセンスはモデルに付属します。ファイルの入手元でお読みください。</translation>
    </message>
    <message>
        <source>Accepted on %1</source>
        <translation>%1 に同意済み</translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>マスク(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>プロンプト(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>About Maskwright</source>
        <translation>Maskwright について</translation>
    </message>
    <message>
        <source>&lt;b&gt;Maskwright %1&lt;/b&gt;&lt;p&gt;Masks for images: found by a phrase or an example, corrected by hand, kept on your machine.&lt;/p&gt;&lt;p&gt;Apache License 2.0. Uses Qt %2.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Maskwright %1&lt;/b&gt;&lt;p&gt;画像のマスクを、フレーズや例で見つけ、手で直し、手元のマシンに保存します。&lt;/p&gt;&lt;p&gt;Apache License 2.0。Qt %2 を使用しています。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Maskwright</source>
        <translation>Maskwright</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>配置(&amp;L)</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>文字サイズ(&amp;X)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>言語(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Instances</source>
        <translation>インスタンス(&amp;I)</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>色(&amp;U)</translation>
    </message>
    <message>
        <source>P&amp;anels</source>
        <translation>パネル(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>確認(&amp;R)</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1（読み取り専用）</translation>
    </message>
</context>
<context>
    <name>gui::MergeDialog</name>
    <message>
        <source>removed</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>ラベルなし</translation>
    </message>
    <message>
        <source>%1, %2 pixels</source>
        <translation>%1、%2 画素</translation>
    </message>
    <message>
        <source>Merge both versions</source>
        <translation>両方の版を統合</translation>
    </message>
    <message>
        <source>%1 instances that only they changed are taken over. These were changed in both versions; yours stay unless you tick theirs.</source>
        <translation>相手だけが変更した %1 個の実例を取り込みます。以下は両方で変更されています。相手の版に印を付けない限り、自分の版が残ります。</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>Instances that both changed</source>
        <translation>両方が変更した実例</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>結合</translation>
    </message>
    <message>
        <source>Both changed the label “%1”; it is as yours.</source>
        <translation>ラベル「%1」は両方で変更されています。自分の版のままにします。</translation>
    </message>
    <message>
        <source>They renamed “%1” to a name that another label of yours has; it keeps its name.</source>
        <translation>相手の版では「%1」の名前が変わりましたが、その名前は別のラベルで使われています。元の名前を保ちます。</translation>
    </message>
    <message>
        <source>They removed the label “%1”; it stays.</source>
        <translation>相手の版ではラベル「%1」が削除されましたが、残します。</translation>
    </message>
    <message>
        <source>They removed the image “%1”, which you changed; it stays.</source>
        <translation>相手の版では画像「%1」が削除されましたが、こちらで変更されているため残します。</translation>
    </message>
    <message>
        <source>They changed the image “%1”, which you removed; it stays removed.</source>
        <translation>相手の版では画像「%1」が変更されましたが、こちらで削除されているため削除のままにします。</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>ほか %1 件。</translation>
    </message>
</context>
<context>
    <name>gui::MiniMap</name>
    <message>
        <source>Mini-map</source>
        <translation>ミニマップ</translation>
    </message>
</context>
<context>
    <name>gui::ModelCommands</name>
    <message>
        <source>Use it with Prompt, Get a model.</source>
        <translation>「プロンプト」の「モデルを入手」で使えます。</translation>
    </message>
</context>
<context>
    <name>gui::ModelDialog</name>
    <message>
        <source>Checking what is here of %1 …</source>
        <translation>%1 の手元の分を確認中 …</translation>
    </message>
    <message>
        <source>Asking for %1 …</source>
        <translation>%1 を要求中 …</translation>
    </message>
    <message>
        <source>The connection broke off; next try in %1 s. What is here is kept.</source>
        <translation>接続が切れました。%1 秒後に再試行します。届いた分は残ります。</translation>
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
        <translation>残り %1:%2</translation>
    </message>
    <message>
        <source>this server sends the beginning again</source>
        <translation>このサーバーは最初から送り直します</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>モデルについて</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>モデルを入手</translation>
    </message>
    <message>
        <source>3  Space</source>
        <translation>3  空き容量</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空き容量</translation>
    </message>
    <message>
        <source>&amp;Change …</source>
        <translation>変更(&amp;C) …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>&amp;Get it</source>
        <translation>入手(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Pause, keep what is here</source>
        <translation>一時停止（届いた分は残す）(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>読み込む(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Remove …</source>
        <translation>削除(&amp;R) …</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>このモデルを使う(&amp;U)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>From a &amp;file …</source>
        <translation>ファイルから(&amp;F) …</translation>
    </message>
    <message>
        <source>From a f&amp;older …</source>
        <translation>フォルダーから(&amp;O) …</translation>
    </message>
    <message>
        <source>No checksum of it is known to the program, so its file can be checked only against what the server states.</source>
        <translation>プログラムはこのチェックサムを知らないため、サーバーの値とだけ照合できます。</translation>
    </message>
    <message>
        <source>No checksum of it is known to the program, so its file is taken as it is.</source>
        <translation>プログラムはこのチェックサムを知らないため、ファイルをそのまま使います。</translation>
    </message>
    <message>
        <source>It takes about %1 of memory and this machine has %2; a copy of 8 bits takes less than half: maskwright-cli convert --dtype q8.</source>
        <translation>約 %1 のメモリが必要ですが、このマシンには %2 しかありません。8 ビットの複製なら半分以下です: maskwright-cli convert --dtype q8</translation>
    </message>
    <message>
        <source>%1 needed, %2 free in %3</source>
        <translation>必要 %1、空き %2（%3）</translation>
    </message>
    <message>
        <source>%1 free in %2</source>
        <translation>空き %1（%2）</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>続ける(&amp;G)</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Its checksum is right.</source>
        <translation>チェックサムは正しいです。</translation>
    </message>
    <message>
        <source>Its checksum is what the server states.</source>
        <translation>チェックサムはサーバーの値と一致します。</translation>
    </message>
    <message>
        <source>Nobody states its checksum, so it could not be checked.</source>
        <translation>チェックサムが公表されていないため確認できませんでした。</translation>
    </message>
    <message>
        <source>Go to the licence</source>
        <translation>ライセンスへ</translation>
    </message>
    <message>
        <source>Enter a token</source>
        <translation>トークンを入力</translation>
    </message>
    <message>
        <source>Open the token page</source>
        <translation>トークンのページを開く</translation>
    </message>
    <message>
        <source>Open the request page</source>
        <translation>申請ページを開く</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Import a file …</source>
        <translation>ファイルを読み込む …</translation>
    </message>
    <message>
        <source>Choose another folder …</source>
        <translation>別のフォルダーを選ぶ …</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>フォルダーを読み込む</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>モデルを読み込む</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
        <translation>モデル (*.safetensors *.pt *.pth);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Folder for models</source>
        <translation>モデルのフォルダー</translation>
    </message>
    <message>
        <source>Remove %1 and all its files from the models folder?</source>
        <translation>%1 とそのファイルをすべてモデルのフォルダーから削除しますか？</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>モデルを削除</translation>
    </message>
</context>
<context>
    <name>gui::ModelList</name>
    <message>
        <source>text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>例</translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>クリック</translation>
    </message>
    <message>
        <source>video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>できること</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Fits memory</source>
        <translation>メモリに収まる</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>手元</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>%1 of it</source>
        <translation>うち %1</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>no, import only</source>
        <translation>いいえ、読み込みのみ</translation>
    </message>
    <message>
        <source>small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>ぎりぎり</translation>
    </message>
    <message>
        <source>A session takes about %1; this machine has %2.</source>
        <translation>1 セッションに約 %1 必要です。このマシンは %2 です。</translation>
    </message>
</context>
<context>
    <name>gui::OverlapPanel</name>
    <message>
        <source>Leave them</source>
        <translation>そのままにする</translation>
    </message>
    <message>
        <source>Other instances under the stroke: %1</source>
        <translation>線の下の他のインスタンス: %1</translation>
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
        <translation>%1 分</translation>
    </message>
    <message>
        <source>No pixel in two instances</source>
        <translation>一つの画素は一つのインスタンスだけ</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>試す(&amp;T)</translation>
    </message>
    <message>
        <source>Auto-label all images</source>
        <translation>すべての画像を自動ラベル付け</translation>
    </message>
    <message>
        <source>&amp;Open a plan …</source>
        <translation>計画を開く(&amp;O) …</translation>
    </message>
    <message>
        <source>&amp;Save the plan …</source>
        <translation>計画を保存(&amp;S) …</translation>
    </message>
    <message>
        <source>Start the &amp;run</source>
        <translation>実行を開始(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Add a label</source>
        <translation>ラベルを追加(&amp;A)</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>削除(&amp;E)</translation>
    </message>
    <message>
        <source>Add what is not there yet</source>
        <translation>まだないものを追加</translation>
    </message>
    <message>
        <source>Only images without instances</source>
        <translation>インスタンスのない画像だけ</translation>
    </message>
    <message>
        <source>Replace what earlier runs left</source>
        <translation>以前の実行の結果を置き換え</translation>
    </message>
    <message>
        <source>What people made, accepted, rejected or painted is never changed</source>
        <translation>人が作成・承認・却下・塗ったものは変えません</translation>
    </message>
    <message>
        <source>Both labels keep it</source>
        <translation>両方のラベルが保持</translation>
    </message>
    <message>
        <source>The better score keeps it</source>
        <translation>スコアの高い方が保持</translation>
    </message>
    <message>
        <source>The upper label keeps it</source>
        <translation>上のラベルが保持</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Windows of this side are asked besides the whole picture, for objects that are small in it</source>
        <translation>画像全体に加えてこの辺長の窓も調べます（小さな物体のため）</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>書き込み(&amp;W)</translation>
    </message>
    <message>
        <source>An object that two labels find</source>
        <translation>二つのラベルが見つけた物体</translation>
    </message>
    <message>
        <source>The same object from an overlap of</source>
        <translation>同じ物体とみなす重なり</translation>
    </message>
    <message>
        <source>Smallest area</source>
        <translation>最小面積</translation>
    </message>
    <message>
        <source>overlapping by</source>
        <translation>重なり</translation>
    </message>
    <message>
        <source>Tiles for small objects</source>
        <translation>小さな物体用のタイル</translation>
    </message>
    <message>
        <source>Images of the sample</source>
        <translation>試す画像の数</translation>
    </message>
    <message>
        <source>Try it first on so many images; nothing is written:</source>
        <translation>まずこの枚数で試す（何も書き込みません）:</translation>
    </message>
    <message>
        <source>The plan looks for nothing; add a label or give one a tick.</source>
        <translation>計画に探すものがありません。ラベルを追加するか、チェックを付けてください。</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>計画を開く</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>計画 (*.json)</translation>
    </message>
    <message>
        <source>The plan can&apos;t be read: %1.</source>
        <translation>計画を読めません: %1。</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>計画を保存</translation>
    </message>
    <message>
        <source>The plan can&apos;t be saved: %1.</source>
        <translation>計画を保存できません: %1。</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>試しています …</translation>
    </message>
    <message>
        <source>Images: %1 in %2; all %3 would take about %4.</source>
        <translation>画像: %1 枚で %2、全 %3 枚では約 %4 かかります。</translation>
    </message>
    <message>
        <source>Images that could not be labelled: %1; the first is %2</source>
        <translation>ラベル付けできなかった画像: %1、最初は %2</translation>
    </message>
    <message>
        <source>Find %1 in all images</source>
        <translation>%1 をすべての画像で探す</translation>
    </message>
</context>
<context>
    <name>gui::PlanTable</name>
    <message>
        <source>Classes of the plan</source>
        <translation>計画のクラス</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>語句</translation>
    </message>
    <message>
        <source>But not</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Score above</source>
        <translation>スコア下限</translation>
    </message>
    <message>
        <source>What to look for, with commas between; what several phrases find is one instance</source>
        <translation>探す語句をコンマで区切ります。複数の語句が見つけたものは一つのインスタンスです</translation>
    </message>
    <message>
        <source>What one of these finds with a better score is left out</source>
        <translation>これらがより高いスコアで見つけたものは除きます</translation>
    </message>
    <message>
        <source>From 0 to 1; empty: the model&apos;s own</source>
        <translation>0 から 1。空欄はモデルの値</translation>
    </message>
</context>
<context>
    <name>gui::PresetRow</name>
    <message>
        <source>Saved &amp;choices:</source>
        <translation>保存した設定(&amp;C):</translation>
    </message>
    <message>
        <source>&amp;Save as …</source>
        <translation>名前を付けて保存(&amp;S) …</translation>
    </message>
    <message>
        <source>Keep these choices under a name, for here and for maskwright-cli export --preset</source>
        <translation>この設定に名前を付けて残します。ここと maskwright-cli export --preset で使えます</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>削除(&amp;G)</translation>
    </message>
    <message>
        <source>Forget the choices of this name</source>
        <translation>この名前の設定を削除します</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Save choices</source>
        <translation>設定の保存</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名前:</translation>
    </message>
</context>
<context>
    <name>gui::ProgressWidget</name>
    <message>
        <source>Encoding the image</source>
        <translation>画像をエンコード中</translation>
    </message>
    <message>
        <source>Finding instances</source>
        <translation>インスタンスを検索中</translation>
    </message>
    <message>
        <source>Finding the shape</source>
        <translation>形を検索中</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>モデルを読み込み中</translation>
    </message>
    <message>
        <source>Progress of the model</source>
        <translation>モデルの進行状況</translation>
    </message>
    <message>
        <source>Stop the model (Ctrl+.)</source>
        <translation>モデルを止める (Ctrl+.)</translation>
    </message>
    <message>
        <source>Stop the model</source>
        <translation>モデルを止める</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>, %1 s</source>
        <translation>、%1 秒</translation>
    </message>
</context>
<context>
    <name>gui::PromptBar</name>
    <message>
        <source>Phrase</source>
        <translation>フレーズ</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>探す</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>見つかったもの</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>しきい値</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>捨てる</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>like box %1</source>
        <translation>枠 %1 と同様</translation>
    </message>
    <message>
        <source>not box %1</source>
        <translation>枠 %1 ではない</translation>
    </message>
    <message>
        <source>More like this. Click to remove.</source>
        <translation>同じようなもの。クリックで外します。</translation>
    </message>
    <message>
        <source>Not like this. Click to remove.</source>
        <translation>これではないもの。クリックで外します。</translation>
    </message>
    <message>
        <source>Remove example %1</source>
        <translation>例 %1 を外す</translation>
    </message>
    <message>
        <source>Remove counter-example %1</source>
        <translation>反例 %1 を外す</translation>
    </message>
    <message>
        <source>No model is loaded. Brush, eraser and all lists work without one.</source>
        <translation>モデルが読み込まれていません。ブラシ、消しゴム、一覧はモデルなしで使えます。</translation>
    </message>
    <message>
        <source>%1 knows no phrases; draw an exemplar box.</source>
        <translation>%1 はフレーズを扱えません。例の枠を描いてください。</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>探しています …</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>新しいものはありません</translation>
    </message>
    <message>
        <source>Nothing found. Try a synonym or an exemplar box.</source>
        <translation>見つかりませんでした。別の言葉か例の枠を試してください。</translation>
    </message>
    <message>
        <source>Nothing above %1. Best guess %2</source>
        <translation>%1 を超えるものなし。最高 %2</translation>
    </message>
    <message>
        <source>%1 found, %2 pass</source>
        <translation>%1 件検出、%2 件通過</translation>
    </message>
    <message>
        <source>, %1 labelled already</source>
        <translation>、%1 件はラベル済み</translation>
    </message>
    <message>
        <source>Exemplar boxes only</source>
        <translation>例の枠のみ</translation>
    </message>
    <message>
        <source>What to find  ( / )</source>
        <translation>探すもの  ( / )</translation>
    </message>
    <message>
        <source>The model took %1 s.</source>
        <translation>モデルの処理は %1 秒でした。</translation>
    </message>
    <message>
        <source>Instances that are found again</source>
        <translation>再び見つかったインスタンス</translation>
    </message>
    <message>
        <source>What Accept does with instances that are there already: those that share 70 % of their pixels with a proposal. Reject a proposal with X to leave its instance as it is.</source>
        <translation>すでにあるインスタンス（候補とピクセルの 70 % を共有するもの）を「採用」がどう扱うか。X で候補を却下すると、そのインスタンスはそのまま残ります。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>They stay as they are; nothing is proposed for them</source>
        <translation>そのまま残り、候補は出ません</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置換</translation>
    </message>
    <message>
        <source>They get the shape that was found, except where a hand painted</source>
        <translation>手で描いた所を除き、見つかった形になります</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>結合</translation>
    </message>
    <message>
        <source>They get what was found besides their own shape, except where a hand erased</source>
        <translation>手で消した所を除き、見つかった部分が自分の形に加わります</translation>
    </message>
    <message>
        <source>Proposals scored lower than this are left out; each label keeps its own. Nothing is computed again.</source>
        <translation>スコアがこれより低い候補は除かれます。値はラベルごとに保たれます。再計算はしません。</translation>
    </message>
</context>
<context>
    <name>gui::QueryEdit</name>
    <message>
        <source>Filter: class:car score:&lt;0.5 state:auto area:&gt;100</source>
        <translation>絞り込み: class:car score:&lt;0.5 state:auto area:&gt;100</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>class, state, origin, score, area, width, height, parts, holes, byhand, prompt, model, name, has, instances, reviewed, tag, attr.NAME …
Space: and. or: or. -: not. Values: &gt;5, 1..5, a,b, &quot;two words&quot;.</source>
        <translation>class, state, origin, score, area, width, height, parts, holes, byhand, prompt, model, name, has, instances, reviewed, tag, attr.NAME …
スペース: かつ。or: または。-: 否定。値: &gt;5, 1..5, a,b, &quot;two words&quot;。</translation>
    </message>
</context>
<context>
    <name>gui::RemapDialog</name>
    <message>
        <source>stays</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>ラベルなし</translation>
    </message>
    <message>
        <source>Remove labels that have become empty</source>
        <translation>空になったラベルを削除</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Merge or delete labels</source>
        <translation>ラベルの統合と削除</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>インスタンス</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>変更後</translation>
    </message>
    <message>
        <source>Labels and what they become</source>
        <translation>ラベルと変更後</translation>
    </message>
    <message>
        <source>%1 instances of %2 labels change, in all images. One undo takes it back.</source>
        <translation>%2 個のラベルの %1 個のインスタンスが全画像で変わります。1 回で元に戻せます。</translation>
    </message>
    <message>
        <source>Choose what a label becomes.</source>
        <translation>ラベルの変更先を選んでください。</translation>
    </message>
    <message>
        <source>%1 instances have another label now.</source>
        <translation>%1 個のインスタンスのラベルが変わりました。</translation>
    </message>
</context>
<context>
    <name>gui::Review</name>
    <message>
        <source>This instance is locked; unlock it to reject it.</source>
        <translation>このインスタンスはロックされています。却下するにはロックを解除してください。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Assign label</source>
        <translation>ラベルを付ける</translation>
    </message>
    <message>
        <source>Accept the rest</source>
        <translation>残りを採用</translation>
    </message>
    <message>
        <source>Accept above a score</source>
        <translation>あるスコア以上を採用</translation>
    </message>
</context>
<context>
    <name>gui::ReviewDock</name>
    <message>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Stop reviewing</source>
        <translation>確認を終了</translation>
    </message>
    <message>
        <source>Start reviewing</source>
        <translation>確認を開始</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>採用</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>塗る</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>飛ばす</translation>
    </message>
    <message>
        <source>A digit gives that label and accepts.</source>
        <translation>数字キーはそのラベルを付けて採用します。</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>確認の順番</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%2 件中 %1 件を決定</translation>
    </message>
    <message>
        <source>What the model found and nobody has looked at comes here, the most doubtful first.</source>
        <translation>モデルが見つけ、まだ誰も見ていないものを、疑わしい順にここに表示します。</translation>
    </message>
    <message>
        <source>Looking through the project …</source>
        <translation>プロジェクトを調べています …</translation>
    </message>
    <message>
        <source>Nothing that the filter shows waits for review.</source>
        <translation>フィルターに合うもので、確認待ちのものはありません。</translation>
    </message>
    <message>
        <source>Nothing waits for review.</source>
        <translation>確認待ちのものはありません。</translation>
    </message>
</context>
<context>
    <name>gui::RunBar</name>
    <message>
        <source>Put in what is found</source>
        <translation>見つけたものを反映</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Auto-label run</source>
        <translation>自動ラベル付け</translation>
    </message>
    <message>
        <source>Progress of the auto-label run</source>
        <translation>自動ラベル付けの進み具合</translation>
    </message>
    <message>
        <source>Ends the run and adds the instances it has found, as one step that undo takes back</source>
        <translation>実行を終え、見つけたインスタンスを一手順として追加します（元に戻せます）</translation>
    </message>
    <message>
        <source>Ends the run and forgets what it has found</source>
        <translation>実行を終え、見つけたものを破棄します</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Putting the results into the project …</source>
        <translation>結果をプロジェクトに反映しています …</translation>
    </message>
    <message>
        <source>Auto-label: %1 of %2 images</source>
        <translation>自動ラベル付け: %1 / %2 枚</translation>
    </message>
    <message>
        <source>, not labelled: %1</source>
        <translation>、失敗 %1 枚</translation>
    </message>
    <message>
        <source>, paused</source>
        <translation>、一時停止中</translation>
    </message>
    <message>
        <source>, %1 a second</source>
        <translation>、毎秒 %1 枚</translation>
    </message>
    <message>
        <source>, %1 s left</source>
        <translation>、残り %1 秒</translation>
    </message>
    <message>
        <source>, %1 min left</source>
        <translation>、残り %1 分</translation>
    </message>
</context>
<context>
    <name>gui::SafetyCommands</name>
    <message>
        <source>Backups …</source>
        <translation>バックアップ …</translation>
    </message>
    <message>
        <source>The project file is back, and everything is saved.</source>
        <translation>プロジェクトのファイルが戻り、すべて保存されました。</translation>
    </message>
    <message>
        <source>Your work is kept on this computer and writing is tried again.</source>
        <translation>作業はこのコンピューターに残り、書き込みを再試行します。</translation>
    </message>
    <message>
        <source>Your work is kept here and writing is tried again.</source>
        <translation>作業はここに残り、書き込みを再試行します。</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>名前を付けて保存 …</translation>
    </message>
    <message>
        <source>Write it there again</source>
        <translation>同じ場所に書き直す</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>相手の版を使う</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>自分の版を残す</translation>
    </message>
    <message>
        <source>Save mine as …</source>
        <translation>自分の版を別名で保存 …</translation>
    </message>
    <message>
        <source>%1 on %2 %3</source>
        <translation>%2 %3 への%1</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>インスタンス</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 の%1</translation>
    </message>
    <message>
        <source>The program did not end properly the last time. Restored to %1; last action: %2.</source>
        <translation>前回プログラムは正しく終了しませんでした。%1 まで復元しました。最後の操作: %2。</translation>
    </message>
    <message>
        <source>Checkpoint made. Work is saved by itself; File, Backups and checkpoints leads back to this state.</source>
        <translation>チェックポイントを作成しました。作業は自動で保存されます。「ファイル」の「バックアップとチェックポイント」でこの状態に戻れます。</translation>
    </message>
    <message>
        <source>This is their version. Yours is kept in %1.</source>
        <translation>これは相手の版です。あなたの版は %1 にあります。</translation>
    </message>
    <message>
        <source>%1 This is your version, in %2.</source>
        <translation>%1 これはあなたの版です（%2）。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written.</source>
        <translation>%1 に書き込めません。</translation>
    </message>
    <message>
        <source>This is your version. Theirs is kept in %1.</source>
        <translation>これはあなたの版です。相手の版は %1 にあります。</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>Projects (*%1)</source>
        <translation>プロジェクト (*%1)</translation>
    </message>
    <message>
        <source>Read only: another program is working in %1. You see what it saved and can change nothing.</source>
        <translation>読み取り専用：別のプログラムが %1 を使用中です。保存された内容を見られますが、変更はできません。</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>開き直す</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>統合 …</translation>
    </message>
    <message>
        <source>Merge both versions</source>
        <translation>両方の版を統合</translation>
    </message>
    <message>
        <source>Merged: %1 instances came from theirs, which is kept in %2. One undo takes it back.</source>
        <translation>統合しました：相手の版から %1 個の実例を取り込み、その版は %2 に残しました。一度の取り消しで戻せます。</translation>
    </message>
</context>
<context>
    <name>gui::SampleTable</name>
    <message>
        <source>What the sample found</source>
        <translation>試した結果</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>検出数</translation>
    </message>
    <message>
        <source>About, in all</source>
        <translation>全体ではおよそ</translation>
    </message>
    <message>
        <source>Scores from 0 to 1</source>
        <translation>スコア 0～1</translation>
    </message>
</context>
<context>
    <name>gui::Session</name>
    <message>
        <source>object</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>Assign label</source>
        <translation>ラベルを付ける</translation>
    </message>
    <message>
        <source>No image after this one is left to do.</source>
        <translation>この後に未処理の画像はありません。</translation>
    </message>
    <message>
        <source>No image before this one is left to do.</source>
        <translation>この前に未処理の画像はありません。</translation>
    </message>
    <message>
        <source>This project is open to look at only: another program is working in it.</source>
        <translation>このプロジェクトは閲覧専用です。別のプログラムが使用中です。</translation>
    </message>
</context>
<context>
    <name>gui::ShapeCommands</name>
    <message>
        <source>Select two or more unlocked instances; the first one keeps its id.</source>
        <translation>ロックされていないインスタンスを二つ以上選んでください。最初のものが ID を保ちます。</translation>
    </message>
    <message>
        <source>Split parts</source>
        <translation>部分に分割</translation>
    </message>
    <message>
        <source>There is nothing to split: what is selected has one part.</source>
        <translation>分割するものがありません。選択は一つの部分だけです。</translation>
    </message>
    <message>
        <source>The image they come from is larger: of %1 instances, %2 were cut at the edge and %3 lay outside and were left out.</source>
        <translation>元の画像のほうが大きいです。%1 個のうち %2 個は端で切られ、%3 個は外にあるため省かれました。</translation>
    </message>
    <message>
        <source>This is the last image; there is no next one to copy to.</source>
        <translation>最後の画像です。コピー先の次の画像がありません。</translation>
    </message>
    <message>
        <source>Copy to next image</source>
        <translation>次の画像へコピー</translation>
    </message>
    <message>
        <source>No earlier image has an instance of this label to begin from.</source>
        <translation>前の画像にこのラベルのインスタンスがありません。</translation>
    </message>
    <message>
        <source>The image before has an instance of this label already; nothing lies between.</source>
        <translation>直前の画像にこのラベルのインスタンスがあります。間に画像はありません。</translation>
    </message>
    <message>
        <source>Interpolate over %1 images</source>
        <translation>%1 枚の画像を補間</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>補間</translation>
    </message>
</context>
<context>
    <name>gui::ShapePanel</name>
    <message>
        <source>Grow by</source>
        <translation>広げる量</translation>
    </message>
    <message>
        <source>Shrink by</source>
        <translation>縮める量</translation>
    </message>
    <message>
        <source>Smooth by</source>
        <translation>滑らかさ</translation>
    </message>
    <message>
        <source>Fill holes under</source>
        <translation>埋める穴の上限</translation>
    </message>
    <message>
        <source>Drop islands under</source>
        <translation>消す島の上限</translation>
    </message>
    <message>
        <source>Simplify within</source>
        <translation>単純化の許容値</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>適用</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>量</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
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
        <translation>ロックされていないインスタンスを選んでください。</translation>
    </message>
    <message>
        <source>%1 → %2 vertices  ·  overlap (IoU) %3  ·  border off by %4 px at most</source>
        <translation>%1 → %2 頂点  ·  重なり (IoU) %3  ·  境界のずれ 最大 %4 px</translation>
    </message>
    <message>
        <source>%1 → %2 pixels  ·  parts: %3  ·  holes: %4</source>
        <translation>%1 → %2 ピクセル  ·  部分: %3  ·  穴: %4</translation>
    </message>
    <message>
        <source>instances that vanish: %1</source>
        <translation>消えるインスタンス: %1</translation>
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
        <translation>このプロジェクト</translation>
    </message>
    <message>
        <source>A file …</source>
        <translation>ファイル…</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Only what this finds</source>
        <translation>これで見つかるものだけ</translation>
    </message>
    <message>
        <source>A filter as in the image list, such as origin:hand, model:pocket or state:auto; of projects only</source>
        <translation>画像リストと同じフィルター（origin:hand、model:pocket、state:auto など）。プロジェクトのみ</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比較する相手</translation>
    </message>
    <message>
        <source>Projects, run files and data sets (*.maskwright *.jsonl *.json *.xml *.yaml);;All files (*)</source>
        <translation>プロジェクト、実行ファイル、データセット (*.maskwright *.jsonl *.json *.xml *.yaml);;すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>gui::SplitRow</name>
    <message>
        <source>&amp;Keep folders together</source>
        <translation>フォルダーを分けない(&amp;K)</translation>
    </message>
    <message>
        <source>Images of one folder, such as the frames of a video, go into one part.</source>
        <translation>動画のフレームなど、1 つのフォルダーの画像は同じ区分に入ります。</translation>
    </message>
    <message>
        <source>For &amp;validation:</source>
        <translation>検証用(&amp;V):</translation>
    </message>
    <message>
        <source>for the &amp;test:</source>
        <translation>テスト用(&amp;T):</translation>
    </message>
</context>
<context>
    <name>gui::StatisticsDock</name>
    <message>
        <source>no label</source>
        <translation>ラベルなし</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>統計</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>表示するもの</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>面積</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>スコア</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Occurring together</source>
        <translation>同時に現れるもの</translation>
    </message>
    <message>
        <source>Seconds per instance</source>
        <translation>1 個あたりの秒数</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>作業量</translation>
    </message>
    <message>
        <source>Only what the filter shows</source>
        <translation>絞り込んだものだけ</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>インスタンス</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>各秒数</translation>
    </message>
    <message>
        <source>Actions each</source>
        <translation>各操作数</translation>
    </message>
    <message>
        <source>Effort by label</source>
        <translation>ラベル別の作業量</translation>
    </message>
    <message>
        <source>Count time and actions</source>
        <translation>時間と操作を数える</translation>
    </message>
    <message>
        <source>The figures stay in the project on this machine.</source>
        <translation>数値はこのマシンのプロジェクト内に残ります。</translation>
    </message>
    <message>
        <source>CSV …</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Write the figures of each label to a file</source>
        <translation>ラベルごとの数値をファイルに書き出します</translation>
    </message>
    <message>
        <source>%1 instances in %2 images, rejected ones left out</source>
        <translation>%2 枚の画像に %1 個のインスタンス（却下を除く）</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>%1 instances with known effort: %2 seconds and %3 actions each</source>
        <translation>作業量の分かる %1 個: 各 %2 秒、操作 %3 回</translation>
    </message>
    <message>
        <source>Write figures</source>
        <translation>数値を書き出す</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表 (*.csv)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2. Choose another folder.</source>
        <translation>%1 に書き込めません: %2。別のフォルダーを選んでください。</translation>
    </message>
</context>
<context>
    <name>gui::StatusLine</name>
    <message>
        <source>Saved state</source>
        <translation>保存の状態</translation>
    </message>
    <message>
        <source>● Not saved</source>
        <translation>● 未保存</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>ポインター</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>ヒント</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>モデルと装置</translation>
    </message>
    <message>
        <source>● Saved</source>
        <translation>● 保存済み</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <translation>すべて %1 にあります</translation>
    </message>
    <message>
        <source>○ Saving …</source>
        <translation>○ 保存中 …</translation>
    </message>
    <message>
        <source>▲ Not saved</source>
        <translation>▲ 未保存</translation>
    </message>
    <message>
        <source>The project can&apos;t be written. Your work is kept and writing is tried again.</source>
        <translation>プロジェクトに書き込めません。作業は保持され、書き込みを再試行します。</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 件選択</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1, %2 px</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>ラベルなし</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>モデルなし</translation>
    </message>
    <message>
        <source>Click to get or choose a model</source>
        <translation>クリックでモデルを入手または選択</translation>
    </message>
    <message>
        <source>■ Read only</source>
        <translation>■ 読み取り専用</translation>
    </message>
    <message>
        <source>Another program is working in %1</source>
        <translation>別のプログラムが %1 を使用中です</translation>
    </message>
</context>
<context>
    <name>gui::ToolOptions</name>
    <message>
        <source>Tool options</source>
        <translation>ツールの設定</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pen pressure</source>
        <translation>筆圧</translation>
    </message>
    <message>
        <source>A pen pressed harder paints wider</source>
        <translation>ペンを強く押すと太く塗る</translation>
    </message>
    <message>
        <source>Only similar</source>
        <translation>似たものだけ</translation>
    </message>
    <message>
        <source>Paint only pixels that look like the one the stroke begins on</source>
        <translation>線の始点に似たピクセルだけ塗る</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差の上限</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>許容値</translation>
    </message>
    <message>
        <source>Contiguous</source>
        <translation>連続</translation>
    </message>
    <message>
        <source>Only pixels that hang together with the one clicked on</source>
        <translation>クリックしたピクセルにつながるものだけ</translation>
    </message>
    <message>
        <source>What happens to other instances under a stroke</source>
        <translation>線の下の他のインスタンスの扱い</translation>
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
        <translation>画像を開き、探すものを入力し、マスクを直します。</translation>
    </message>
    <message>
        <source>Or drop a folder, a project or image files here.</source>
        <translation>フォルダー、プロジェクト、画像ファイルをここにドロップしても開けます。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使ったもの</translation>
    </message>
    <message>
        <source>I come &amp;from</source>
        <translation>以前使っていたもの(&amp;F)</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>この中にない</translation>
    </message>
    <message>
        <source>The program whose keys you know</source>
        <translation>キー操作を知っているプログラム</translation>
    </message>
    <message>
        <source>Commands get the keys that they have there. Help, Keyboard changes it later.</source>
        <translation>コマンドはそのプログラムと同じキーになります。後で「ヘルプ」の「キーボード」で変更できます。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Label images with masks.</source>
        <translation>画像にマスクでラベルを付けます。</translation>
    </message>
    <message>
        <source>Model to load: a file, or the id of one that is here.</source>
        <translation>読み込むモデル: ファイル、または手元のモデルの ID。</translation>
    </message>
    <message>
        <source>A project, a folder, or image files.</source>
        <translation>プロジェクト、フォルダー、または画像ファイル。</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>its checksum differs</source>
        <translation>チェックサムが違います</translation>
    </message>
    <message>
        <source>it lacks %1</source>
        <translation>%1 がありません</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%2 バイトではなく %1 バイト</translation>
    </message>
    <message>
        <source>%1 is on this machine.</source>
        <translation>%1 はこのマシンにあります。</translation>
    </message>
    <message>
        <source>Stopped. What is here of %1 is kept and the download goes on from there.</source>
        <translation>停止しました。%1 の届いた分は残り、続きからダウンロードします。</translation>
    </message>
    <message>
        <source>The licence of %1 is not accepted yet. Read it and accept it first.</source>
        <translation>%1 のライセンスにまだ同意していません。先に読んで同意してください。</translation>
    </message>
    <message>
        <source>%1 is given only to people with an account, and no token was sent. Make a token with read access on the server&apos;s page and enter it.</source>
        <translation>%1 はアカウントを持つ人にだけ提供され、トークンが送られていません。サーバーのページで読み取り権限のあるトークンを作り、入力してください。</translation>
    </message>
    <message>
        <source>The server does not know this token. Make a new one for %1 and enter it.</source>
        <translation>サーバーはこのトークンを認識しません。%1 用に新しく作って入力してください。</translation>
    </message>
    <message>
        <source>The token is valid but may not read gated models. Give it the right &quot;Read access to contents of all public gated repos&quot; to get %1.</source>
        <translation>トークンは有効ですが、制限付きモデルを読めません。%1 を得るには &quot;Read access to contents of all public gated repos&quot; の権限を与えてください。</translation>
    </message>
    <message>
        <source>This account has not asked for %1 yet. Send the request on the model&apos;s page, then try again.</source>
        <translation>このアカウントはまだ %1 を申請していません。モデルのページで申請してから、もう一度試してください。</translation>
    </message>
    <message>
        <source>The request for %1 is sent and not answered yet. Try again when the answer has come; other models work meanwhile.</source>
        <translation>%1 の申請は送信済みで、返事待ちです。返事が来たらもう一度試してください。その間は他のモデルが使えます。</translation>
    </message>
    <message>
        <source>The request for %1 was refused by its owners. Import a file from someone who has it, or choose another model.</source>
        <translation>%1 の申請は所有者に断られました。持っている人のファイルを読み込むか、別のモデルを選んでください。</translation>
    </message>
    <message>
        <source>The server refuses to give %1 to this account (%2). Look at the model&apos;s page, or import a file.</source>
        <translation>サーバーはこのアカウントに %1 を提供しません（%2）。モデルのページを見るか、ファイルを読み込んでください。</translation>
    </message>
    <message>
        <source>Downloads are switched off on this machine. Import %1 from a file, or ask who looks after it.</source>
        <translation>このマシンではダウンロードが無効です。%1 をファイルから読み込むか、管理者に尋ねてください。</translation>
    </message>
    <message>
        <source>No address of %1 is known. Get its file where its authors offer it, then import it.</source>
        <translation>%1 のアドレスが分かりません。作者の配布元からファイルを入手して読み込んでください。</translation>
    </message>
    <message>
        <source>No address of %1 can be reached (%2). Check the network and its proxy, or import a file.</source>
        <translation>%1 のどのアドレスにも届きません（%2）。ネットワークとプロキシを確認するか、ファイルを読み込んでください。</translation>
    </message>
    <message>
        <source>The connection broke off again and again (%2). What is here of %1 is kept; try again later.</source>
        <translation>接続が何度も切れました（%2）。%1 の届いた分は残ります。後でもう一度試してください。</translation>
    </message>
    <message>
        <source>The server could not give %1 (%2). What is here is kept; try again later.</source>
        <translation>サーバーは %1 を送れませんでした（%2）。届いた分は残ります。後でもう一度試してください。</translation>
    </message>
    <message>
        <source>The connection for %1 is not secure (%2). Check the date of this machine and its proxy.</source>
        <translation>%1 への接続は安全ではありません（%2）。このマシンの日付とプロキシを確認してください。</translation>
    </message>
    <message>
        <source>What came is not what the catalogue promises for %1: the checksum differs. The file is set aside as %2; try again.</source>
        <translation>届いたものは %1 のカタログと違います。チェックサムが一致しません。ファイルは %2 として取り置きました。もう一度試してください。</translation>
    </message>
    <message>
        <source>That is another file than the catalogue&apos;s for %1 (%2). Choose or wait for the right one.</source>
        <translation>%1 のカタログとは別のファイルです（%2）。正しいものを選ぶか、お待ちください。</translation>
    </message>
    <message>
        <source>The file of %1 is no longer at its address (%2). Update the program or import a file.</source>
        <translation>%1 のファイルは元のアドレスにありません（%2）。プログラムを更新するか、ファイルを読み込んでください。</translation>
    </message>
    <message>
        <source>There is not enough room for %1: %2. Free some, choose another folder, or a smaller model.</source>
        <translation>%1 の空き容量が足りません: %2。空きを作るか、別のフォルダーや小さいモデルを選んでください。</translation>
    </message>
    <message>
        <source>The models folder can&apos;t be written (%2), so %1 can&apos;t be stored. Choose another folder.</source>
        <translation>モデルのフォルダーに書き込めないため（%2）、%1 を保存できません。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>%2 can&apos;t be read, so %1 was not imported. Choose another file.</source>
        <translation>%2 を読めないため、%1 は読み込まれませんでした。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>Another window or program is getting %1 just now. Wait for it, then look again.</source>
        <translation>別のウィンドウかプログラムが今 %1 を入手中です。待ってからもう一度確認してください。</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>理由は不明</translation>
    </message>
    <message>
        <source>The system&apos;s keychain can&apos;t be used (%1); the token is kept only until the program ends.</source>
        <translation>システムのキーチェーンが使えません（%1）。トークンはプログラムの終了まで保持されます。</translation>
    </message>
</context>
<context>
    <name>project_files</name>
    <message>
        <source>images</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>No images in %1 (looked for %2). Choose a folder that holds image files.</source>
        <translation>%1 に画像がありません（対象: %2）。画像ファイルのあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written. The project is kept in %2.</source>
        <translation>%1 に書き込めません。プロジェクトは %2 に保存します。</translation>
    </message>
    <message>
        <source>The demo pictures are missing from this installation. Open a folder of your own images.</source>
        <translation>デモ画像がこのインストールにありません。ご自分の画像のフォルダーを開いてください。</translation>
    </message>
    <message>
        <source>%1 can&apos;t be made. Check the rights of your data folder.</source>
        <translation>%1 を作成できません。データ フォルダーの権限を確認してください。</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>low score</source>
        <translation>スコアが低い</translation>
    </message>
    <message>
        <source>%1 times as large as usual</source>
        <translation>通常の %1 倍の大きさ</translation>
    </message>
    <message>
        <source>only %1 % of the usual size</source>
        <translation>通常の大きさの %1 % のみ</translation>
    </message>
    <message>
        <source>unusual shape for its label</source>
        <translation>このラベルでは珍しい形</translation>
    </message>
    <message>
        <source>ragged outline</source>
        <translation>輪郭がぎざぎざ</translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation>%1 個に分かれている</translation>
    </message>
    <message>
        <source>holes: %1</source>
        <translation>穴: %1</translation>
    </message>
    <message>
        <source>no edge in the picture along %1 % of the outline</source>
        <translation>輪郭の %1 % に画像の境目がない</translation>
    </message>
    <message>
        <source>shares %1 % with another label</source>
        <translation>別のラベルと %1 % 重なっている</translation>
    </message>
    <message>
        <source>%1 % the same as another instance</source>
        <translation>別のインスタンスと %1 % 同じ</translation>
    </message>
    <message>
        <source>at the border of the picture, and odd</source>
        <translation>画像の端にあり、普通でない</translation>
    </message>
    <message>
        <source>only %1 of this label</source>
        <translation>このラベルは %1 個のみ</translation>
    </message>
    <message>
        <source>looks like the others</source>
        <translation>ほかと同じように見える</translation>
    </message>
    <message>
        <source>only %1 % the same in the compared data</source>
        <translation>比較したデータと %1 % しか一致しない</translation>
    </message>
    <message>
        <source>missing in the compared data</source>
        <translation>比較したデータにない</translation>
    </message>
</context>
</TS>
