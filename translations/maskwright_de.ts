<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BoxTool</name>
    <message>
        <source>%1 can&apos;t search by example; type a phrase instead.</source>
        <translation>%1 kann nicht nach Beispielen suchen; gib stattdessen einen Suchtext ein.</translation>
    </message>
    <message>
        <source>Drag a box round an example; Alt-drag round what it is not</source>
        <translation>Rahmen um ein Beispiel ziehen; mit Alt um etwas, das es nicht ist</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Find more like this</source>
        <translation>Mehr davon finden</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+Ziehen</translation>
    </message>
    <message>
        <source>Not like this; right button too</source>
        <translation>Nicht so etwas; auch mit der rechten Taste</translation>
    </message>
    <message>
        <source>Click a mask</source>
        <translation>Maske anklicken</translation>
    </message>
    <message>
        <source>Take its box</source>
        <translation>Ihren Rahmen nehmen</translation>
    </message>
</context>
<context>
    <name>BrushTool</name>
    <message>
        <source>Erase %1</source>
        <translation>%1 radieren</translation>
    </message>
    <message>
        <source>Paint %1</source>
        <translation>%1 malen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>One stroke: one step to undo</source>
        <translation>Ein Strich: ein Schritt zum Rückgängigmachen</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Umschalt+Klick</translation>
    </message>
    <message>
        <source>Straight stroke from the last one</source>
        <translation>Gerader Strich vom letzten aus</translation>
    </message>
    <message>
        <source>Hold Alt</source>
        <translation>Alt halten</translation>
    </message>
    <message>
        <source>Brush erases, eraser paints</source>
        <translation>Pinsel radiert, Radierer malt</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+Rad</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1, %2 px</translation>
    </message>
    <message>
        <source>Hold Shift</source>
        <translation>Umschalt halten</translation>
    </message>
    <message>
        <source>Keeps the stroke on a line</source>
        <translation>Hält den Strich auf einer Geraden</translation>
    </message>
</context>
<context>
    <name>CutTool</name>
    <message>
        <source>Cut</source>
        <translation>Schneiden</translation>
    </message>
    <message>
        <source>Nothing was cut: the line must cross an unlocked instance from side to side.</source>
        <translation>Nichts wurde geschnitten: Die Linie muss eine nicht gesperrte Instanz von Seite zu Seite durchqueren.</translation>
    </message>
    <message>
        <source>Draw a line across %1 to cut it; Shift keeps the line straight</source>
        <translation>Eine Linie quer durch %1 ziehen; Umschalt hält sie gerade</translation>
    </message>
    <message>
        <source>Draw a line across an instance to cut it; Shift keeps the line straight</source>
        <translation>Eine Linie quer durch eine Instanz ziehen, um sie zu schneiden; Umschalt hält sie gerade</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Line that cuts</source>
        <translation>Linie, die schneidet</translation>
    </message>
    <message>
        <source>Hold Shift</source>
        <translation>Umschalt halten</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>Gerade Linie</translation>
    </message>
</context>
<context>
    <name>DragTool</name>
    <message>
        <source>Drag round the pixels. %1</source>
        <translation>Um die Pixel ziehen. %1</translation>
    </message>
    <message>
        <source>Drag a box. %1</source>
        <translation>Ein Rechteck ziehen. %1</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Adds the pixels inside</source>
        <translation>Fügt die Pixel darin hinzu</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+Ziehen</translation>
    </message>
    <message>
        <source>Takes them away</source>
        <translation>Nimmt sie weg</translation>
    </message>
</context>
<context>
    <name>MaskTool</name>
    <message>
        <source>This instance is locked. Unlock it with Ctrl+L to change it.</source>
        <translation>Diese Instanz ist gesperrt. Entsperren Sie sie mit Strg+L, um sie zu ändern.</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Take from %1</source>
        <translation>Von %1 wegnehmen</translation>
    </message>
    <message>
        <source>Takes from %1</source>
        <translation>Nimmt von %1 weg</translation>
    </message>
    <message>
        <source>Adds to %1</source>
        <translation>Fügt zu %1 hinzu</translation>
    </message>
    <message>
        <source>Edits the mask it begins in</source>
        <translation>Ändert die Maske, in der es beginnt</translation>
    </message>
    <message>
        <source>Begin inside a mask to take from it</source>
        <translation>In einer Maske beginnen, um von ihr wegzunehmen</translation>
    </message>
    <message>
        <source>Makes a new %1</source>
        <translation>Macht ein neues %1</translation>
    </message>
</context>
<context>
    <name>PointTool</name>
    <message>
        <source>No model that answers clicks is loaded. Brush and eraser work without one.</source>
        <translation>Es ist kein Modell geladen, das auf Klicks antwortet. Pinsel und Radierer gehen ohne.</translation>
    </message>
    <message>
        <source>This instance is locked. Unlock it with Ctrl+L to correct it.</source>
        <translation>Diese Instanz ist gesperrt. Entsperre sie mit Strg+L, um sie zu korrigieren.</translation>
    </message>
    <message>
        <source>Click on the object first; the right button then takes parts away.</source>
        <translation>Klicke zuerst auf das Objekt; die rechte Taste nimmt dann Teile weg.</translation>
    </message>
    <message>
        <source>Select the instance to tidy first.</source>
        <translation>Wähle zuerst die Instanz, die aufgeräumt werden soll.</translation>
    </message>
    <message>
        <source>The model found nothing there. Try a point nearer the middle, or drag a box.</source>
        <translation>Das Modell hat dort nichts gefunden. Versuche einen Punkt näher an der Mitte oder ziehe einen Rahmen.</translation>
    </message>
    <message>
        <source>Box on %1</source>
        <translation>Rahmen auf %1</translation>
    </message>
    <message>
        <source>Point on %1</source>
        <translation>Punkt auf %1</translation>
    </message>
    <message>
        <source>Tidy %1</source>
        <translation>%1 aufräumen</translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation>Modell wird gefragt …</translation>
    </message>
    <message>
        <source>Shape %1 of %2, score %3: Tab shows the next; a click corrects it</source>
        <translation>Form %1 von %2, Score %3: Tab zeigt die nächste; ein Klick korrigiert sie</translation>
    </message>
    <message>
        <source>Left click adds to %1, right click takes away, drag draws its box, Ctrl+drag a scribble</source>
        <translation>Linksklick nimmt zu %1 hinzu, Rechtsklick nimmt weg, Ziehen gibt den Rahmen, Strg+Ziehen eine Kritzelei</translation>
    </message>
    <message>
        <source>Click on an object or drag its box: a new %1</source>
        <translation>Objekt anklicken oder Rahmen ziehen: neue Instanz von %1</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>This belongs to it</source>
        <translation>Das gehört dazu</translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation>Rechtsklick</translation>
    </message>
    <message>
        <source>This does not</source>
        <translation>Das nicht</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Box around it</source>
        <translation>Rahmen darum</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Strg+Ziehen</translation>
    </message>
    <message>
        <source>Scribble: points along the line</source>
        <translation>Kritzeln: Punkte entlang der Linie</translation>
    </message>
    <message>
        <source>Right-drag</source>
        <translation>Ziehen rechts</translation>
    </message>
    <message>
        <source>Scribble on what does not belong to it</source>
        <translation>Kritzeln auf dem, was nicht dazugehört</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Another shape for the same click</source>
        <translation>Andere Form für denselben Klick</translation>
    </message>
</context>
<context>
    <name>PolygonTool</name>
    <message>
        <source>A polygon needs three corners. Click on, or press Esc.</source>
        <translation>Ein Polygon braucht drei Ecken. Weiter klicken oder Esc drücken.</translation>
    </message>
    <message>
        <source>Enter or a double-click closes the shape, Backspace takes the last corner back</source>
        <translation>Eingabe oder Doppelklick schließt die Form, Rücktaste nimmt die letzte Ecke zurück</translation>
    </message>
    <message>
        <source>Click corner after corner. %1</source>
        <translation>Ecke für Ecke klicken. %1</translation>
    </message>
    <message>
        <source>Click along an edge; the line follows it. %1</source>
        <translation>Entlang einer Kante klicken; die Linie folgt ihr. %1</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Next corner; Alt at the first one takes away</source>
        <translation>Nächste Ecke; Alt bei der ersten nimmt weg</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Moves a corner</source>
        <translation>Verschiebt eine Ecke</translation>
    </message>
    <message>
        <source>Enter, double-click</source>
        <translation>Eingabe, Doppelklick</translation>
    </message>
    <message>
        <source>Closes the shape</source>
        <translation>Schließt die Form</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Takes the last corner back</source>
        <translation>Nimmt die letzte Ecke zurück</translation>
    </message>
    <message>
        <source>Hold Ctrl</source>
        <translation>Strg halten</translation>
    </message>
    <message>
        <source>No snapping to other borders</source>
        <translation>Kein Einrasten an anderen Rändern</translation>
    </message>
</context>
<context>
    <name>SelectTool</name>
    <message>
        <source>Click accepts this proposal, X rejects it</source>
        <translation>Klick nimmt diesen Vorschlag an, X verwirft ihn</translation>
    </message>
    <message>
        <source>Click selects, again selects what lies below; drag selects several</source>
        <translation>Klick wählt aus, noch einer das darunter; Ziehen wählt mehrere</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Select; again: the instance below</source>
        <translation>Auswählen; noch einmal: die Instanz darunter</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Umschalt+Klick</translation>
    </message>
    <message>
        <source>Select one more</source>
        <translation>Eine mehr auswählen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Select all inside the band</source>
        <translation>Alles innerhalb des Rahmens auswählen</translation>
    </message>
    <message>
        <source>Click a proposal</source>
        <translation>Vorschlag anklicken</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>Ihn annehmen</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Zoom to the instance</source>
        <translation>Auf die Instanz zoomen</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+Rad</translation>
    </message>
    <message>
        <source>Walk down and up through what lies there</source>
        <translation>Durch alles gehen, was dort liegt</translation>
    </message>
</context>
<context>
    <name>Tool</name>
    <message>
        <source>Click or drag</source>
        <translation>Klicken oder ziehen</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
</context>
<context>
    <name>VertexTool</name>
    <message>
        <source>Delete vertex of %1</source>
        <translation>Eckpunkt von %1 löschen</translation>
    </message>
    <message>
        <source>Move vertices of %1</source>
        <translation>Eckpunkte von %1 verschieben</translation>
    </message>
    <message>
        <source>Delete vertices of %1</source>
        <translation>Eckpunkte von %1 löschen</translation>
    </message>
    <message>
        <source>Click an instance to edit its outline</source>
        <translation>Eine Instanz anklicken, um ihren Umriss zu ändern</translation>
    </message>
    <message>
        <source>Chosen vertices: %1. A drag moves them, Delete removes them</source>
        <translation>Gewählte Eckpunkte: %1. Ziehen verschiebt, Entf löscht sie</translation>
    </message>
    <message>
        <source>Drag a vertex, or the line to add one; Alt-click removes; drag a box to choose</source>
        <translation>Eckpunkt ziehen, oder die Linie für einen neuen; Alt-Klick löscht; Rechteck ziehen wählt</translation>
    </message>
    <message>
        <source>Tracing the outline …</source>
        <translation>Umriss wird gezogen …</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Moves vertices, or adds one on the line</source>
        <translation>Verschiebt Eckpunkte oder fügt auf der Linie einen hinzu</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+Klick</translation>
    </message>
    <message>
        <source>Removes a vertex</source>
        <translation>Löscht einen Eckpunkt</translation>
    </message>
    <message>
        <source>Drag beside</source>
        <translation>Daneben ziehen</translation>
    </message>
    <message>
        <source>Chooses those in a box</source>
        <translation>Wählt die in einem Rechteck</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Removes the chosen ones</source>
        <translation>Löscht die gewählten</translation>
    </message>
</context>
<context>
    <name>WandTool</name>
    <message>
        <source>Drag right for more, left for less: tolerance %1</source>
        <translation>Nach rechts mehr, nach links weniger: Toleranz %1</translation>
    </message>
    <message>
        <source>Click takes similar pixels (tolerance %1), a drag sets how similar. %2</source>
        <translation>Klick nimmt ähnliche Pixel (Toleranz %1), Ziehen stellt die Ähnlichkeit ein. %2</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Adds similar pixels</source>
        <translation>Fügt ähnliche Pixel hinzu</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Sets how similar</source>
        <translation>Stellt die Ähnlichkeit ein</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+Klick</translation>
    </message>
    <message>
        <source>Takes them away</source>
        <translation>Nimmt sie weg</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Open &amp;folder …</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>Label the images of a folder</source>
        <translation>Die Bilder eines Ordners annotieren</translation>
    </message>
    <message>
        <source>Open &amp;project …</source>
        <translation>&amp;Projekt öffnen …</translation>
    </message>
    <message>
        <source>Open a .maskwright file</source>
        <translation>Eine .maskwright-Datei öffnen</translation>
    </message>
    <message>
        <source>Add &amp;images …</source>
        <translation>&amp;Bilder hinzufügen …</translation>
    </message>
    <message>
        <source>Add image files to the project</source>
        <translation>Bilddateien zum Projekt hinzufügen</translation>
    </message>
    <message>
        <source>Open &amp;demo project</source>
        <translation>&amp;Demoprojekt öffnen</translation>
    </message>
    <message>
        <source>Pictures to try everything on</source>
        <translation>Bilder, um alles auszuprobieren</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Bee&amp;nden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Die Änderung erneut ausführen</translation>
    </message>
    <message>
        <source>&amp;Delete instance</source>
        <translation>&amp;Instanz löschen</translation>
    </message>
    <message>
        <source>Delete what is selected</source>
        <translation>Das Ausgewählte löschen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>All of the current label; again: all</source>
        <translation>Alle der aktuellen Klasse; noch einmal: alle</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>A&amp;uswahl aufheben</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Reject the proposal or instance under the pointer</source>
        <translation>Vorschlag oder Instanz unter dem Zeiger verwerfen</translation>
    </message>
    <message>
        <source>&amp;Fill holes</source>
        <translation>&amp;Löcher füllen</translation>
    </message>
    <message>
        <source>Fill the holes of what is selected</source>
        <translation>Die Löcher des Ausgewählten füllen</translation>
    </message>
    <message>
        <source>Keep the &amp;largest part</source>
        <translation>&amp;Größten Teil behalten</translation>
    </message>
    <message>
        <source>Drop the islands of what is selected</source>
        <translation>Die Inseln des Ausgewählten entfernen</translation>
    </message>
    <message>
        <source>&amp;Grow by a pixel</source>
        <translation>&amp;Um ein Pixel wachsen</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock</source>
        <translation>&amp;Sperren oder entsperren</translation>
    </message>
    <message>
        <source>A locked instance can&apos;t be changed</source>
        <translation>Eine gesperrte Instanz kann nicht geändert werden</translation>
    </message>
    <message>
        <source>&amp;Hide or show</source>
        <translation>Aus- &amp;oder einblenden</translation>
    </message>
    <message>
        <source>Hide what is selected</source>
        <translation>Das Ausgewählte ausblenden</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Auswählen</translation>
    </message>
    <message>
        <source>Pick instances; click again for the one below</source>
        <translation>Instanzen auswählen; noch ein Klick nimmt die darunter</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source>Paint on the selected instance, or a new one; Alt erases</source>
        <translation>Auf der ausgewählten oder einer neuen Instanz malen; Alt radiert</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>&amp;Radierer</translation>
    </message>
    <message>
        <source>Erase from the selected instance; Alt paints</source>
        <translation>Von der ausgewählten Instanz radieren; Alt malt</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>Pu&amp;nkte</translation>
    </message>
    <message>
        <source>Click what belongs to one instance, right-click what doesn&apos;t, or drag its box</source>
        <translation>Anklicken, was zu einer Instanz gehört, rechts klicken, was nicht, oder ihren Rahmen ziehen</translation>
    </message>
    <message>
        <source>E&amp;xemplar box</source>
        <translation>&amp;Beispielrahmen</translation>
    </message>
    <message>
        <source>Drag round one example to find all like it; Alt-drag: not like this</source>
        <translation>Um ein Beispiel ziehen, um alle ähnlichen zu finden; mit Alt: nicht so etwas</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>&amp;Phrase</source>
        <translation>&amp;Suchtext</translation>
    </message>
    <message>
        <source>Type what to find in the image</source>
        <translation>Eintippen, was im Bild zu finden ist</translation>
    </message>
    <message>
        <source>&amp;Find again</source>
        <translation>&amp;Erneut suchen</translation>
    </message>
    <message>
        <source>Ask the model once more with the present phrase and boxes</source>
        <translation>Das Modell mit Suchtext und Rahmen noch einmal fragen</translation>
    </message>
    <message>
        <source>Accept and go &amp;on</source>
        <translation>Annehmen und &amp;weiter</translation>
    </message>
    <message>
        <source>&amp;Drop proposals</source>
        <translation>V&amp;orschläge entfernen</translation>
    </message>
    <message>
        <source>Forget what the model found</source>
        <translation>Vergessen, was das Modell gefunden hat</translation>
    </message>
    <message>
        <source>&amp;Tidy with the model</source>
        <translation>&amp;Mit dem Modell aufräumen</translation>
    </message>
    <message>
        <source>The model redraws the selected instance from its present mask</source>
        <translation>Das Modell zeichnet die ausgewählte Instanz aus ihrer jetzigen Maske neu</translation>
    </message>
    <message>
        <source>Pre&amp;view clicks</source>
        <translation>&amp;Klicks vorab zeigen</translation>
    </message>
    <message>
        <source>Show what a click would give while the pointer rests</source>
        <translation>Zeigen, was ein Klick ergäbe, solange der Zeiger ruht</translation>
    </message>
    <message>
        <source>Open &amp;model …</source>
        <translation>Mo&amp;dell öffnen …</translation>
    </message>
    <message>
        <source>Load another model file</source>
        <translation>Eine andere Modelldatei laden</translation>
    </message>
    <message>
        <source>&amp;Get a model …</source>
        <translation>Mode&amp;ll beschaffen …</translation>
    </message>
    <message>
        <source>Download, import or choose a model</source>
        <translation>Ein Modell herunterladen, importieren oder wählen</translation>
    </message>
    <message>
        <source>&amp;Stop the model</source>
        <translation>Modell a&amp;nhalten</translation>
    </message>
    <message>
        <source>Stop what the model is doing</source>
        <translation>Anhalten, was das Modell gerade tut</translation>
    </message>
    <message>
        <source>&amp;Previous image</source>
        <translation>&amp;Voriges Bild</translation>
    </message>
    <message>
        <source>&amp;Next image</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>Ten images back</source>
        <translation>Zehn Bilder zurück</translation>
    </message>
    <message>
        <source>Ten images on</source>
        <translation>Zehn Bilder weiter</translation>
    </message>
    <message>
        <source>Next &amp;instance</source>
        <translation>Nächste &amp;Instanz</translation>
    </message>
    <message>
        <source>Select the next instance and zoom to it</source>
        <translation>Die nächste Instanz auswählen und darauf zoomen</translation>
    </message>
    <message>
        <source>Previous instance</source>
        <translation>Vorige Instanz</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>Ins &amp;Fenster einpassen</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>One image pixel for each pixel of the screen</source>
        <translation>Ein Bildpixel für jedes Pixel des Bildschirms</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>&amp;Auf Auswahl zoomen</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>V&amp;erkleinern</translation>
    </message>
    <message>
        <source>Next &amp;view mode</source>
        <translation>Nä&amp;chste Ansichtsart</translation>
    </message>
    <message>
        <source>Overlay, outlines, masks only, cut-out</source>
        <translation>Überlagerung, Umrisse, nur Masken, freigestellt</translation>
    </message>
    <message>
        <source>Stronger fill</source>
        <translation>Kräftigere Füllung</translation>
    </message>
    <message>
        <source>Weaker fill</source>
        <translation>Schwächere Füllung</translation>
    </message>
    <message>
        <source>Hide all masks while the key is down</source>
        <translation>Alle Masken ausblenden, solange die Taste gedrückt ist</translation>
    </message>
    <message>
        <source>&amp;Canvas only</source>
        <translation>Nur &amp;Zeichenfläche</translation>
    </message>
    <message>
        <source>Hide all panels</source>
        <translation>Alle Leisten ausblenden</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Wie das System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Masks may o&amp;verlap</source>
        <translation>&amp;Masken dürfen überlappen</translation>
    </message>
    <message>
        <source>Strokes leave other instances alone</source>
        <translation>Striche lassen andere Instanzen unberührt</translation>
    </message>
    <message>
        <source>Strokes stop at other instances</source>
        <translation>Striche enden an anderen Instanzen</translation>
    </message>
    <message>
        <source>Take from &amp;others</source>
        <translation>Anderen &amp;wegnehmen</translation>
    </message>
    <message>
        <source>Strokes take pixels from other instances</source>
        <translation>Striche nehmen anderen Instanzen Pixel weg</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stroke, then proposals, then the model&apos;s run, then the selection</source>
        <translation>Strich, dann Vorschläge, dann den Lauf des Modells, dann die Auswahl</translation>
    </message>
    <message>
        <source>Find a &amp;command …</source>
        <translation>&amp;Befehl finden …</translation>
    </message>
    <message>
        <source>Run any command by its name</source>
        <translation>Jeden Befehl über seinen Namen ausführen</translation>
    </message>
    <message>
        <source>&amp;Keys at a glance</source>
        <translation>&amp;Tasten auf einen Blick</translation>
    </message>
    <message>
        <source>The keys of the present tool; once more: all keys</source>
        <translation>Die Tasten des aktuellen Werkzeugs; noch einmal: alle Tasten</translation>
    </message>
    <message>
        <source>K&amp;eyboard …</source>
        <translation>T&amp;astatur …</translation>
    </message>
    <message>
        <source>Look up and change keys, or take those of another program</source>
        <translation>Tasten nachsehen und ändern oder die eines anderen Programms nehmen</translation>
    </message>
    <message>
        <source>&amp;About Maskwright</source>
        <translation>Über &amp;Maskwright</translation>
    </message>
    <message>
        <source>Give label %1</source>
        <translation>Klasse %1 geben</translation>
    </message>
    <message>
        <source>Label what is selected, and what is drawn next</source>
        <translation>Das Ausgewählte und als Nächstes Gezeichnete bekommt diese Klasse</translation>
    </message>
    <message>
        <source>Find label %1</source>
        <translation>Klasse %1 suchen</translation>
    </message>
    <message>
        <source>Find everything of that label in the image</source>
        <translation>Alles von dieser Klasse im Bild finden</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>jetzt nicht möglich</translation>
    </message>
    <message>
        <source>Colour by &amp;label</source>
        <translation>&amp;Farbe nach Klasse</translation>
    </message>
    <message>
        <source>Colour by &amp;instance</source>
        <translation>Farbe &amp;nach Instanz</translation>
    </message>
    <message>
        <source>Colour by &amp;score</source>
        <translation>Farbe nach Farbe nach &amp;Bewertungamp;Score</translation>
    </message>
    <message>
        <source>Colour by s&amp;ource</source>
        <translation>Farbe nach &amp;Herkunft</translation>
    </message>
    <message>
        <source>By hand, by a prompt, by a run, imported</source>
        <translation>Von Hand, durch Anfrage, durch einen Lauf, importiert</translation>
    </message>
    <message>
        <source>Colour by s&amp;tate</source>
        <translation>Farbe nach &amp;Zustand</translation>
    </message>
    <message>
        <source>Automatic, corrected, accepted</source>
        <translation>Automatisch, korrigiert, angenommen</translation>
    </message>
    <message>
        <source>&amp;Patterns</source>
        <translation>&amp;Muster</translation>
    </message>
    <message>
        <source>Labels differ in the pattern of their fill as well</source>
        <translation>Klassen unterscheiden sich auch im Muster ihrer Füllung</translation>
    </message>
    <message>
        <source>Colour-&amp;blind-safe labels</source>
        <translation>Farbenblind-&amp;sichere Klassen</translation>
    </message>
    <message>
        <source>Give the labels colours that everybody can tell apart</source>
        <translation>Den Klassen Farben geben, die alle unterscheiden können</translation>
    </message>
    <message>
        <source>&amp;Mini-map</source>
        <translation>Ü&amp;bersichtskarte</translation>
    </message>
    <message>
        <source>The whole picture in a corner; click to go there</source>
        <translation>Das ganze Bild in einer Ecke; ein Klick führt dorthin</translation>
    </message>
    <message>
        <source>&amp;Rulers</source>
        <translation>&amp;Lineale</translation>
    </message>
    <message>
        <source>In pixels of the image</source>
        <translation>In Pixeln des Bildes</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>White on black, with a line round everything</source>
        <translation>Weiß auf Schwarz, mit einer Linie um alles</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>In the whole window</source>
        <translation>Im ganzen Fenster</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>&amp;Normale Schrift</translation>
    </message>
    <message>
        <source>As large as the system says</source>
        <translation>So groß wie im System eingestellt</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Annotieren</translation>
    </message>
    <message>
        <source>Panels for labelling</source>
        <translation>Leisten zum Annotieren</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Panels for review: the images as a list</source>
        <translation>Leisten zum Prüfen: die Bilder als Liste</translation>
    </message>
    <message>
        <source>&amp;Video</source>
        <translation>&amp;Video</translation>
    </message>
    <message>
        <source>Panels for video: the images as a film strip</source>
        <translation>Leisten für Video: die Bilder als Filmstreifen</translation>
    </message>
    <message>
        <source>Bring &amp;panels back</source>
        <translation>&amp;Leisten zurückholen</translation>
    </message>
    <message>
        <source>Every panel in its first place</source>
        <translation>Jede Leiste an ihren ersten Platz</translation>
    </message>
    <message>
        <source>Shri&amp;nk by a pixel</source>
        <translation>Um &amp;ein Pixel schrumpfen</translation>
    </message>
    <message>
        <source>Show &amp;alone</source>
        <translation>&amp;Allein zeigen</translation>
    </message>
    <message>
        <source>Hide everything but what is selected; again: show all</source>
        <translation>Alles außer dem Ausgewählten ausblenden; noch einmal: alles zeigen</translation>
    </message>
    <message>
        <source>Sho&amp;w all</source>
        <translation>Alles &amp;zeigen</translation>
    </message>
    <message>
        <source>Show what is hidden in this image</source>
        <translation>Zeigen, was in diesem Bild ausgeblendet ist</translation>
    </message>
    <message>
        <source>Hide or show label</source>
        <translation>Klasse aus- oder einblenden</translation>
    </message>
    <message>
        <source>All instances of the current label in this image</source>
        <translation>Alle Instanzen der aktuellen Klasse in diesem Bild</translation>
    </message>
    <message>
        <source>Lock or unlock label</source>
        <translation>Klasse sperren oder entsperren</translation>
    </message>
    <message>
        <source>Show label alone</source>
        <translation>Klasse allein zeigen</translation>
    </message>
    <message>
        <source>Hide what is not of the current label; again: show all</source>
        <translation>Ausblenden, was nicht zur aktuellen Klasse gehört; noch einmal: alles zeigen</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Gruppieren</translation>
    </message>
    <message>
        <source>What is selected belongs together</source>
        <translation>Das Ausgewählte gehört zusammen</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>G&amp;ruppierung aufheben</translation>
    </message>
    <message>
        <source>What is selected belongs to no group</source>
        <translation>Das Ausgewählte gehört zu keiner Gruppe</translation>
    </message>
    <message>
        <source>Many instances that nobody told apart; exported as such</source>
        <translation>Viele Instanzen, die niemand getrennt hat; wird so exportiert</translation>
    </message>
    <message>
        <source>&amp;Pick a label</source>
        <translation>&amp;Klasse wählen</translation>
    </message>
    <message>
        <source>Letters find it; Enter gives it to what is selected</source>
        <translation>Buchstaben finden sie; Enter gibt sie dem Ausgewählten</translation>
    </message>
    <message>
        <source>&amp;Merge or delete labels …</source>
        <translation>Klassen zusammenführen &amp;oder löschen …</translation>
    </message>
    <message>
        <source>Over the whole data set, as one step</source>
        <translation>Im ganzen Datensatz, als ein Schritt</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Type which images and instances to list</source>
        <translation>Eintippen, welche Bilder und Instanzen gelistet werden</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>Ve&amp;rgrößern</translation>
    </message>
    <message>
        <source>P&amp;eek</source>
        <translation>&amp;Masken kurz ausblenden</translation>
    </message>
    <message>
        <source>Pro&amp;tect others</source>
        <translation>Andere &amp;schützen</translation>
    </message>
    <message>
        <source>C&amp;rowd region</source>
        <translation>&amp;Mengenbereich</translation>
    </message>
    <message>
        <source>Make a &amp;checkpoint</source>
        <translation>Sicherungspunkt setzen</translation>
    </message>
    <message>
        <source>Keep this state; work is saved by itself all the time</source>
        <translation>Diesen Stand behalten; gespeichert wird laufend von selbst</translation>
    </message>
    <message>
        <source>&amp;Backups and checkpoints …</source>
        <translation>Sicherungen und Sicherungspunkte …</translation>
    </message>
    <message>
        <source>Go back to an earlier state, as a new project</source>
        <translation>Zu einem früheren Stand zurück, als neues Projekt</translation>
    </message>
    <message>
        <source>Grow by …</source>
        <translation>Erweitern um …</translation>
    </message>
    <message>
        <source>Grow what is selected by a number of pixels, shown before it is stored</source>
        <translation>Auswahl um eine Zahl von Pixeln erweitern, vor dem Speichern gezeigt</translation>
    </message>
    <message>
        <source>Shrink by …</source>
        <translation>Verkleinern um …</translation>
    </message>
    <message>
        <source>Shrink what is selected by a number of pixels</source>
        <translation>Auswahl um eine Zahl von Pixeln verkleinern</translation>
    </message>
    <message>
        <source>Smooth by …</source>
        <translation>Glätten um …</translation>
    </message>
    <message>
        <source>Round corners and drop threads thinner than the number</source>
        <translation>Ecken runden und Fäden entfernen, die dünner sind als die Zahl</translation>
    </message>
    <message>
        <source>Fill small holes …</source>
        <translation>Kleine Löcher füllen …</translation>
    </message>
    <message>
        <source>Fill the holes of fewer pixels than the number</source>
        <translation>Löcher mit weniger Pixeln als der Zahl füllen</translation>
    </message>
    <message>
        <source>Drop small islands …</source>
        <translation>Kleine Inseln entfernen …</translation>
    </message>
    <message>
        <source>Drop the parts of fewer pixels than the number</source>
        <translation>Teile mit weniger Pixeln als der Zahl entfernen</translation>
    </message>
    <message>
        <source>Simplify …</source>
        <translation>Vereinfachen …</translation>
    </message>
    <message>
        <source>A border of fewer vertices; tells the overlap and the largest error before it is stored</source>
        <translation>Ein Rand mit weniger Eckpunkten; nennt Überdeckung und größten Fehler vor dem Speichern</translation>
    </message>
    <message>
        <source>Split parts</source>
        <translation>Teile trennen</translation>
    </message>
    <message>
        <source>Every part becomes an instance; the largest keeps the id</source>
        <translation>Jeder Teil wird eine Instanz; der größte behält die Nummer</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Vereinen</translation>
    </message>
    <message>
        <source>One instance of all selected; the first one keeps its id</source>
        <translation>Eine Instanz aus allen gewählten; die erste behält ihre Nummer</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>Abziehen</translation>
    </message>
    <message>
        <source>Take the other selected instances from the first one</source>
        <translation>Die anderen gewählten Instanzen von der ersten abziehen</translation>
    </message>
    <message>
        <source>Intersect</source>
        <translation>Schnittmenge</translation>
    </message>
    <message>
        <source>Keep of the first one what all selected share; the others go</source>
        <translation>Von der ersten bleibt, was alle gemeinsam haben; die anderen gehen</translation>
    </message>
    <message>
        <source>Exclude overlap</source>
        <translation>Überlappung ausschließen</translation>
    </message>
    <message>
        <source>Keep what an odd number of the selected has; the others go</source>
        <translation>Behält, was eine ungerade Zahl der gewählten hat; die anderen gehen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Copies of what is selected, a little aside</source>
        <translation>Kopien der Auswahl, etwas versetzt</translation>
    </message>
    <message>
        <source>Copy instances</source>
        <translation>Instanzen kopieren</translation>
    </message>
    <message>
        <source>To the clipboard, as text</source>
        <translation>In die Zwischenablage, als Text</translation>
    </message>
    <message>
        <source>Paste instances</source>
        <translation>Instanzen einfügen</translation>
    </message>
    <message>
        <source>From the clipboard, at the same pixels</source>
        <translation>Aus der Zwischenablage, an denselben Pixeln</translation>
    </message>
    <message>
        <source>Copy to the next image</source>
        <translation>Ins nächste Bild kopieren</translation>
    </message>
    <message>
        <source>Copies of what is selected on the next image</source>
        <translation>Kopien der Auswahl im nächsten Bild</translation>
    </message>
    <message>
        <source>Interpolate to here</source>
        <translation>Bis hier interpolieren</translation>
    </message>
    <message>
        <source>Masks for the images between the last one with this label and this one</source>
        <translation>Masken für die Bilder zwischen dem letzten dieser Klasse und diesem</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Drag round pixels to add them; Alt takes them away</source>
        <translation>Um Pixel ziehen fügt sie hinzu; Alt nimmt sie weg</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Click corners, Enter closes; Alt takes away</source>
        <translation>Ecken klicken, Eingabe schließt; Alt nimmt weg</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Drag a box to add its pixels; Alt takes them away</source>
        <translation>Ein Rechteck ziehen fügt seine Pixel hinzu; Alt nimmt sie weg</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Click takes similar pixels, a drag sets how similar; Alt takes away</source>
        <translation>Klick nimmt ähnliche Pixel, Ziehen stellt die Ähnlichkeit ein; Alt nimmt weg</translation>
    </message>
    <message>
        <source>Smart scissors</source>
        <translation>Kantenschere</translation>
    </message>
    <message>
        <source>Click along an edge; the line follows it</source>
        <translation>Entlang einer Kante klicken; die Linie folgt ihr</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Schneiden</translation>
    </message>
    <message>
        <source>Draw a line across an instance to cut it</source>
        <translation>Eine Linie quer durch eine Instanz ziehen, um sie zu schneiden</translation>
    </message>
    <message>
        <source>Vertices</source>
        <translation>Eckpunkte</translation>
    </message>
    <message>
        <source>Move, add and remove the corners of an outline</source>
        <translation>Ecken eines Umrisses verschieben, hinzufügen und löschen</translation>
    </message>
    <message>
        <source>Ask about others</source>
        <translation>Bei anderen fragen</translation>
    </message>
    <message>
        <source>After a stroke over other instances, ask what it takes</source>
        <translation>Nach einem Strich über andere Instanzen fragen, was er nimmt</translation>
    </message>
    <message>
        <source>Take what the stroke covers</source>
        <translation>Nehmen, was der Strich bedeckt</translation>
    </message>
    <message>
        <source>The answer when a stroke covers other instances</source>
        <translation>Die Antwort, wenn ein Strich andere Instanzen bedeckt</translation>
    </message>
    <message>
        <source>Image &amp;tags …</source>
        <translation>Bild-&amp;Tags …</translation>
    </message>
    <message>
        <source>Words for the whole image, such as night; the filter finds them</source>
        <translation>Wörter für das ganze Bild, etwa nachts; der Filter findet sie</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>Proposals that pass the threshold become instances; while reviewing: this one is right</source>
        <translation>Vorschläge über der Schwelle werden Instanzen; beim Prüfen: diese ist richtig</translation>
    </message>
    <message>
        <source>Accept, then open the next image; while reviewing: all that wait in this one</source>
        <translation>Annehmen, dann das nächste Bild öffnen; beim Prüfen: alle, die in diesem Bild warten</translation>
    </message>
    <message>
        <source>&amp;Review what waits</source>
        <translation>Wartende &amp;prüfen</translation>
    </message>
    <message>
        <source>What nobody has looked at, the most doubtful first; Enter accepts, X rejects, a digit gives a label, Tab skips</source>
        <translation>Was noch niemand angesehen hat, das Zweifelhafteste zuerst; Enter nimmt an, X verwirft, eine Ziffer gibt eine Klasse, Tab überspringt</translation>
    </message>
    <message>
        <source>Accept a&amp;bove …</source>
        <translation>Annehmen &amp;über …</translation>
    </message>
    <message>
        <source>Everything that waits from a score on, after the count and a sample; one step</source>
        <translation>Alles Wartende ab einer Bewertung, nach Anzahl und Stichprobe; ein Schritt</translation>
    </message>
    <message>
        <source>&amp;Check the project …</source>
        <translation>Projekt &amp;untersuchen …</translation>
    </message>
    <message>
        <source>Find duplicates, slivers, small holes and islands, overlaps, odd areas; repair them</source>
        <translation>Doppelte, Splitter, kleine Löcher und Inseln, Überlappungen und auffällige Flächen finden und reparieren</translation>
    </message>
    <message>
        <source>I&amp;mport …</source>
        <translation>I&amp;mportieren …</translation>
    </message>
    <message>
        <source>Read labels and masks of COCO, YOLO, LabelMe and others</source>
        <translation>Labels und Masken von COCO, YOLO, LabelMe und anderen lesen</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Write labels and masks for other programs, after a report of what is lost</source>
        <translation>Labels und Masken für andere Programme schreiben, nach einem Bericht über das, was verloren geht</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <source>One layer up in the stack of masks</source>
        <translation>Im Stapel der Masken eine Ebene nach oben</translation>
    </message>
    <message>
        <source>Move backward</source>
        <translation>Nach hinten</translation>
    </message>
    <message>
        <source>One layer down in the stack of masks</source>
        <translation>Im Stapel der Masken eine Ebene nach unten</translation>
    </message>
    <message>
        <source>Previous unfinished image</source>
        <translation>Voriges offenes Bild</translation>
    </message>
    <message>
        <source>Nothing labelled there yet, or something waits for a look</source>
        <translation>Noch nichts beschriftet, oder etwas wartet auf einen Blick</translation>
    </message>
    <message>
        <source>Next unfinished image</source>
        <translation>Nächstes offenes Bild</translation>
    </message>
    <message>
        <source>Zoom with Ctrl+wheel</source>
        <translation>Mit Strg+Mausrad zoomen</translation>
    </message>
    <message>
        <source>The wheel alone scrolls, with Shift sideways; off: the wheel alone zooms</source>
        <translation>Das Rad allein verschiebt, mit Umschalt seitwärts; aus: das Rad allein zoomt</translation>
    </message>
    <message>
        <source>Auto-&amp;label all images …</source>
        <translation>Alle Bilder a&amp;utomatisch annotieren …</translation>
    </message>
    <message>
        <source>Ask the model for several labels in every image, in the background; one step</source>
        <translation>Das Modell in jedem Bild nach mehreren Labels fragen, im Hintergrund; ein Schritt</translation>
    </message>
    <message>
        <source>&amp;Repeat the last export</source>
        <translation>Letzten Export &amp;wiederholen</translation>
    </message>
    <message>
        <source>Write the same again, at once if nothing more is lost than the last report said</source>
        <translation>Dasselbe noch einmal schreiben, sofort, wenn nicht mehr verloren geht, als der letzte Bericht sagte</translation>
    </message>
    <message>
        <source>Find label %1 in all images …</source>
        <translation>Klasse %1 in allen Bildern suchen …</translation>
    </message>
    <message>
        <source>Try that label on a few images, then run it on all of them</source>
        <translation>Diese Klasse an wenigen Bildern probieren, dann in allen suchen</translation>
    </message>
</context>
<context>
    <name>auto_label</name>
    <message>
        <source>Auto-label run</source>
        <translation>Automatische Beschriftung</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Put in what is found</source>
        <translation>Gefundenes übernehmen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation>Lauf verwerfen</translation>
    </message>
    <message>
        <source>Try those again</source>
        <translation>Diese noch einmal versuchen</translation>
    </message>
    <message>
        <source>a run is on</source>
        <translation>ein Lauf ist im Gang</translation>
    </message>
    <message>
        <source>The auto-label run is in the project. Instances added: %1; images: %2.</source>
        <translation>Der automatische Lauf ist im Projekt. Neue Instanzen: %1; Bilder: %2.</translation>
    </message>
    <message>
        <source>There already: %1.</source>
        <translation>Schon vorhanden: %1.</translation>
    </message>
    <message>
        <source>Instances of earlier runs that gave way: %1.</source>
        <translation>Ersetzte Instanzen früherer Läufe: %1.</translation>
    </message>
    <message>
        <source>Images left because they have instances: %1.</source>
        <translation>Bilder, die schon Instanzen haben und so blieben: %1.</translation>
    </message>
    <message>
        <source>Images that have had this run before: %1.</source>
        <translation>Bilder, die diesen Lauf schon haben: %1.</translation>
    </message>
    <message>
        <source>Images that could not be labelled: %1; the first is %2</source>
        <translation>Bilder, die nicht annotiert werden konnten: %1; das erste ist %2</translation>
    </message>
    <message>
        <source>An auto-label run of this project is not at its end. Images done: %1 of %2.</source>
        <translation>Ein automatischer Lauf dieses Projekts ist nicht zu Ende. Fertige Bilder: %1 von %2.</translation>
    </message>
    <message>
        <source>Images that the run has labelled: %1. Forget what it has found?</source>
        <translation>Bilder, die der Lauf annotiert hat: %1. Vergessen, was er gefunden hat?</translation>
    </message>
    <message>
        <source>the project is open to look at only</source>
        <translation>das Projekt ist nur zum Ansehen offen</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>by a prompt</source>
        <translation>durch Anfrage</translation>
    </message>
    <message>
        <source>by a run</source>
        <translation>durch einen Lauf</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>keine Klasse</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Reject</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <source>Keep the largest part</source>
        <translation>Größten Teil behalten</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Wachsen</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Schrumpfen</translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation>Sperren oder entsperren</translation>
    </message>
    <message>
        <source>Hide or show</source>
        <translation>Aus- oder einblenden</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rü&amp;ckgängig</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederherstellen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Wi&amp;ederherstellen</translation>
    </message>
    <message>
        <source>nothing is selected</source>
        <translation>nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>this is the first image</source>
        <translation>das ist das erste Bild</translation>
    </message>
    <message>
        <source>this is the last image</source>
        <translation>das ist das letzte Bild</translation>
    </message>
    <message>
        <source>Recolour labels</source>
        <translation>Klassen umfärben</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>Allein zeigen</translation>
    </message>
    <message>
        <source>Crowd region</source>
        <translation>Mengenbereich</translation>
    </message>
    <message>
        <source>Hide or show label</source>
        <translation>Klasse aus- oder einblenden</translation>
    </message>
    <message>
        <source>Lock or unlock label</source>
        <translation>Klasse sperren oder entsperren</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppieren</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Gruppierung aufheben</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>Zustand setzen</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>kein Projekt ist offen</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <source>Move backward</source>
        <translation>Nach hinten</translation>
    </message>
</context>
<context>
    <name>core::Download</name>
    <message>
        <source>nothing came for %1 s</source>
        <translation>seit %1 s kam nichts</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 Bytes statt %2</translation>
    </message>
    <message>
        <source>the server sent another piece than the one asked for</source>
        <translation>der Server hat ein anderes Stück geschickt als verlangt</translation>
    </message>
    <message>
        <source>it can&apos;t continue</source>
        <translation>er kann nicht fortsetzen</translation>
    </message>
    <message>
        <source>it sends from one address to the next without end</source>
        <translation>er schickt endlos von einer Adresse zur nächsten</translation>
    </message>
    <message>
        <source>it leads to an unprotected address</source>
        <translation>er führt zu einer ungeschützten Adresse</translation>
    </message>
    <message>
        <source>%1 of %2 bytes came</source>
        <translation>%1 von %2 Bytes kamen an</translation>
    </message>
</context>
<context>
    <name>core::ModelManager</name>
    <message>
        <source>Imported on %1.</source>
        <translation>Importiert am %1.</translation>
    </message>
</context>
<context>
    <name>core::OpenProject</name>
    <message>
        <source>Add image</source>
        <translation>Bild hinzufügen</translation>
    </message>
    <message>
        <source>Add %1 images</source>
        <translation>%1 Bilder hinzufügen</translation>
    </message>
    <message>
        <source>The annotations of %1 images that were not visited could not be read.</source>
        <translation>Die Annotationen von %1 nicht besuchten Bildern konnten nicht gelesen werden.</translation>
    </message>
</context>
<context>
    <name>core::ThreadedInferenceService</name>
    <message>
        <source>The image is not in memory any more; open it again and repeat the prompt.</source>
        <translation>Das Bild ist nicht mehr im Speicher; öffne es erneut und wiederhole die Anfrage.</translation>
    </message>
</context>
<context>
    <name>core::TokenStore</name>
    <message>
        <source>it does not answer</source>
        <translation>er antwortet nicht</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Accept proposal</source>
        <translation>Vorschlag annehmen</translation>
    </message>
    <message>
        <source>Accept %1 proposals</source>
        <translation>%1 Vorschläge annehmen</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>Neue Instanz</translation>
    </message>
    <message>
        <source>Delete instance</source>
        <translation>Instanz löschen</translation>
    </message>
    <message>
        <source>Delete %1 instances</source>
        <translation>%1 Instanzen löschen</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Neue Klasse</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>Klasse löschen</translation>
    </message>
    <message>
        <source>Change label</source>
        <translation>Klasse ändern</translation>
    </message>
    <message>
        <source>Sort labels</source>
        <translation>Klassen sortieren</translation>
    </message>
    <message>
        <source>Change labels of %1 instances</source>
        <translation>Klassen von %1 Instanzen ändern</translation>
    </message>
    <message>
        <source>Duplicate instance</source>
        <translation>Instanz duplizieren</translation>
    </message>
    <message>
        <source>Duplicate %1 instances</source>
        <translation>%1 Instanzen duplizieren</translation>
    </message>
    <message>
        <source>Paste instance</source>
        <translation>Instanz einfügen</translation>
    </message>
    <message>
        <source>Paste %1 instances</source>
        <translation>%1 Instanzen einfügen</translation>
    </message>
    <message>
        <source>Image tags</source>
        <translation>Bild-Tags</translation>
    </message>
</context>
<context>
    <name>gui::AcceptAboveDialog</name>
    <message>
        <source>Accept above a score</source>
        <translation>Ab einer Bewertung annehmen</translation>
    </message>
    <message>
        <source>Score of at least</source>
        <translation>Bewertung mindestens</translation>
    </message>
    <message>
        <source>These would just pass:</source>
        <translation>Diese würden gerade noch angenommen:</translation>
    </message>
    <message>
        <source>Accept all of them</source>
        <translation>Alle annehmen</translation>
    </message>
    <message>
        <source>%1 of %2 that wait would be accepted, as one step.</source>
        <translation>%1 von %2 wartenden würden angenommen, als ein Schritt.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Wird gezählt …</translation>
    </message>
</context>
<context>
    <name>gui::AccessStep</name>
    <message>
        <source>2  Access</source>
        <translation>2  Zugang</translation>
    </message>
    <message>
        <source>&amp;Keep token</source>
        <translation>&amp;Token behalten</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Paste the token here</source>
        <translation>Token hier einfügen</translation>
    </message>
    <message>
        <source>Where the token is</source>
        <translation>Wo das Token liegt</translation>
    </message>
    <message>
        <source>Comes with the program.</source>
        <translation>Kommt mit dem Programm.</translation>
    </message>
    <message>
        <source>Free for everybody; no account is needed.</source>
        <translation>Für alle frei; kein Konto nötig.</translation>
    </message>
    <message>
        <source>No address is known. Import a file that you have.</source>
        <translation>Keine Adresse bekannt. Importiere eine Datei, die du hast.</translation>
    </message>
    <message>
        <source>Given on request: &lt;a href=&quot;%1&quot;&gt;ask on the model&apos;s page&lt;/a&gt;, then &lt;a href=&quot;%2&quot;&gt;make a token&lt;/a&gt; with read access.</source>
        <translation>Auf Anfrage: &lt;a href=&quot;%1&quot;&gt;auf der Seite des Modells anfragen&lt;/a&gt;, dann mit Leserecht &lt;a href=&quot;%2&quot;&gt;ein Token erstellen&lt;/a&gt;.</translation>
    </message>
    <message>
        <source>A token for %1 is known.</source>
        <translation>Ein Token für %1 ist bekannt.</translation>
    </message>
    <message>
        <source>No token for %1 yet.</source>
        <translation>Noch kein Token für %1.</translation>
    </message>
    <message>
        <source>That is no token: it has letters, digits and signs, and nothing between them.</source>
        <translation>Das ist kein Token: Es besteht aus Buchstaben, Ziffern und Zeichen ohne etwas dazwischen.</translation>
    </message>
    <message>
        <source>The token is in the system&apos;s keychain.</source>
        <translation>Das Token liegt im Schlüsselbund des Systems.</translation>
    </message>
</context>
<context>
    <name>gui::AnnotationDock</name>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Nothing labelled here yet.
Type a phrase, or paint with B.</source>
        <translation>Hier ist noch nichts annotiert.
Suchtext eingeben oder mit B malen.</translation>
    </message>
    <message>
        <source>Instances  %1</source>
        <translation>Instanzen  %1</translation>
    </message>
    <message>
        <source>The filter hides all %1 of them.</source>
        <translation>Der Filter blendet alle %1 aus.</translation>
    </message>
    <message>
        <source>Instances  %1 of %2</source>
        <translation>Instanzen  %1 von %2</translation>
    </message>
</context>
<context>
    <name>gui::AnnotationModel</name>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>von Hand gemacht</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>crowd</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>Hand</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>run: %1</source>
        <translation>Lauf: %1</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>%1, %2 pixels</source>
        <translation>%1, %2 Pixel</translation>
    </message>
    <message>
        <source>found as “%1” %2</source>
        <translation>gefunden als „%1“ %2</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
</context>
<context>
    <name>gui::AttributePanel</name>
    <message>
        <source>several values</source>
        <translation>mehrere Werte</translation>
    </message>
    <message>
        <source>“%1” is no number; %2 stays as it was.</source>
        <translation>„%1“ ist keine Zahl; %2 bleibt, wie es war.</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 setzen</translation>
    </message>
</context>
<context>
    <name>gui::BackupsDialog</name>
    <message>
        <source>No copies yet. One is made each time the project is opened, and with Ctrl+S.</source>
        <translation>Noch keine Kopien. Eine entsteht bei jedem Öffnen des Projekts und mit Strg+S.</translation>
    </message>
    <message>
        <source>Backups and checkpoints</source>
        <translation>Sicherungen und Sicherungspunkte</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Compared with now</source>
        <translation>Verglichen mit jetzt</translation>
    </message>
    <message>
        <source>Copies of the project</source>
        <translation>Kopien des Projekts</translation>
    </message>
    <message>
        <source>A copy is opened as a new project beside this one; nothing is replaced.</source>
        <translation>Eine Kopie wird als neues Projekt neben diesem geöffnet; nichts wird ersetzt.</translation>
    </message>
    <message>
        <source>Open as a new project</source>
        <translation>Als neues Projekt öffnen</translation>
    </message>
    <message>
        <source>Name …</source>
        <translation>Name …</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>the same as now</source>
        <translation>wie jetzt</translation>
    </message>
    <message>
        <source>changes since: %1</source>
        <translation>Änderungen seither: %1</translation>
    </message>
    <message>
        <source>instances: %1</source>
        <translation>Instanzen: %1</translation>
    </message>
    <message>
        <source>images: %1</source>
        <translation>Bilder: %1</translation>
    </message>
    <message>
        <source>labels: %1</source>
        <translation>Labels: %1</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Sicherungspunkt</translation>
    </message>
    <message>
        <source>Checkpoint: %1</source>
        <translation>Sicherungspunkt: %1</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>comparing …</source>
        <translation>wird verglichen …</translation>
    </message>
    <message>
        <source>the project itself can&apos;t be read</source>
        <translation>das Projekt selbst ist nicht lesbar</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>Name of the checkpoint</source>
        <translation>Name des Sicherungspunkts</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>gui::BarPlot</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Noch nichts zu zeigen.</translation>
    </message>
</context>
<context>
    <name>gui::CanvasView</name>
    <message>
        <source>%1  %2  proposal</source>
        <translation>%1  %2  Vorschlag</translation>
    </message>
    <message>
        <source>like the example</source>
        <translation>wie das Beispiel</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Reading the image …</source>
        <translation>Bild wird gelesen …</translation>
    </message>
    <message>
        <source>This project has no images yet.
Open a folder or drop image files here.</source>
        <translation>Dieses Projekt hat noch keine Bilder.
Öffne einen Ordner oder ziehe Bilddateien hierher.</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Zeichenfläche</translation>
    </message>
    <message>
        <source>The current image with its masks</source>
        <translation>Das aktuelle Bild mit seinen Masken</translation>
    </message>
</context>
<context>
    <name>gui::ChecksDialog</name>
    <message>
        <source>Without a pixel</source>
        <translation>Ohne Pixel</translation>
    </message>
    <message>
        <source>Outside the image</source>
        <translation>Außerhalb des Bildes</translation>
    </message>
    <message>
        <source>The same instance twice</source>
        <translation>Dieselbe Instanz doppelt</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Thin sliver</source>
        <translation>Dünner Splitter</translation>
    </message>
    <message>
        <source>Small holes</source>
        <translation>Kleine Löcher</translation>
    </message>
    <message>
        <source>Small islands</source>
        <translation>Kleine Inseln</translation>
    </message>
    <message>
        <source>Area far from that of its label</source>
        <translation>Fläche weitab von der ihrer Klasse</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>Projekt untersuchen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut untersuchen</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Looking through the project …</source>
        <translation>Das Projekt wird durchgesehen …</translation>
    </message>
    <message>
        <source>Nothing is wrong as far as the rules can tell.</source>
        <translation>Soweit die Regeln es erkennen, ist nichts falsch.</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>Befunde: %1</translation>
    </message>
    <message>
        <source>Repair all %1</source>
        <translation>Alle %1 reparieren</translation>
    </message>
    <message>
        <source>A person must decide; choose one to see it.</source>
        <translation>Das muss ein Mensch entscheiden; zum Ansehen auswählen.</translation>
    </message>
    <message>
        <source>Repairing …</source>
        <translation>Wird repariert …</translation>
    </message>
    <message>
        <source>The project was changed meanwhile; try again.</source>
        <translation>Das Projekt wurde inzwischen geändert; bitte noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>gui::ComfortCommands</name>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Wie das System</translation>
    </message>
</context>
<context>
    <name>gui::CommandPalette</name>
    <message>
        <source>Type a command</source>
        <translation>Befehl eintippen</translation>
    </message>
    <message>
        <source>Command to find</source>
        <translation>Gesuchter Befehl</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Gefundene Befehle</translation>
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
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>&amp;True:</source>
        <translation>&amp;Wahr:</translation>
    </message>
    <message>
        <source>&amp;Found:</source>
        <translation>&amp;Gefunden:</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Ränder</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>&amp;Clips</source>
        <translation>&amp;Clips</translation>
    </message>
    <message>
        <source>The images of a folder are the frames of a clip; track_id tells who is who</source>
        <translation>Die Bilder eines Ordners sind die Einzelbilder eines Clips; track_id sagt, wer wer ist</translation>
    </message>
    <message>
        <source>&amp;Doubts for the review queue</source>
        <translation>&amp;Zweifel für die Prüfliste</translation>
    </message>
    <message>
        <source>What the other side does not have comes early in the review</source>
        <translation>Was die andere Seite nicht hat, kommt in der Prüfung früh</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
</context>
<context>
    <name>gui::DifferencesPage</name>
    <message>
        <source>Added</source>
        <translation>Hinzugekommen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Relabelled</source>
        <translation>Anderes Label</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Which differences</source>
        <translation>Welche Unterschiede</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>Alle Unterschiede</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Differences are listed of pictures with classes, not of clips or of phrases.</source>
        <translation>Unterschiede gibt es nur für Bilder mit Klassen, nicht für Clips oder Phrasen.</translation>
    </message>
    <message>
        <source>%1 images: %2 added, %3 removed, %4 changed, %5 relabelled, %6 the same</source>
        <translation>%1 Bilder: %2 hinzugekommen, %3 entfernt, %4 geändert, %5 mit anderem Label, %6 gleich</translation>
    </message>
</context>
<context>
    <name>gui::DisplayDock</name>
    <message>
        <source>Display</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Channel shown as red</source>
        <translation>Als Rot gezeigter Kanal</translation>
    </message>
    <message>
        <source>Channel shown as green</source>
        <translation>Als Grün gezeigter Kanal</translation>
    </message>
    <message>
        <source>Channel shown as blue</source>
        <translation>Als Blau gezeigter Kanal</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Keep for the next images</source>
        <translation>Für die nächsten Bilder behalten</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>For the view only. The model sees %1 to %2.</source>
        <translation>Nur für die Ansicht. Das Modell sieht %1 bis %2.</translation>
    </message>
</context>
<context>
    <name>gui::ExchangeCommands</name>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>kein Projekt ist offen</translation>
    </message>
    <message>
        <source>Labels of any format (%1)</source>
        <translation>Labels jedes Formats (%1)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Reading … %1 instances</source>
        <translation>Wird gelesen … %1 Instanzen</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation>Der Import wurde abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>%1 instances in %2 images imported.</source>
        <translation>%1 Instanzen in %2 Bildern importiert.</translation>
    </message>
    <message>
        <source>… and %1 more notes.</source>
        <translation>… und %1 weitere Hinweise.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche läuft …</translation>
    </message>
</context>
<context>
    <name>gui::ExportDialog</name>
    <message>
        <source>Write polygons instead of run lengths</source>
        <translation>Polygone statt Lauflängen schreiben</translation>
    </message>
    <message>
        <source>Older programs read only polygons. Holes and small parts then cost pixels.</source>
        <translation>Ältere Programme lesen nur Polygone. Löcher und kleine Teile kosten dann Pixel.</translation>
    </message>
    <message>
        <source>What will be lost</source>
        <translation>Was verloren geht</translation>
    </message>
    <message>
        <source>Choose folder and write …</source>
        <translation>Ordner wählen und schreiben …</translation>
    </message>
    <message>
        <source>%1 instances in %2 images.</source>
        <translation>%1 Instanzen in %2 Bildern.</translation>
    </message>
    <message>
        <source>%1 with holes, %2 in several parts.</source>
        <translation>%1 mit Löchern, %2 in mehreren Teilen.</translation>
    </message>
    <message>
        <source>Every pixel is kept.</source>
        <translation>Jedes Pixel bleibt erhalten.</translation>
    </message>
    <message>
        <source>%1 pixels will read back different.</source>
        <translation>%1 Pixel werden beim Zurücklesen anders sein.</translation>
    </message>
    <message>
        <source>%1 instances are left out: rejected or empty.</source>
        <translation>%1 Instanzen fehlen: verworfen oder leer.</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Wrote %1 instances to %2.</source>
        <translation>%1 Instanzen nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>A filter as in the image list, such as class:car or tag:night</source>
        <translation>Ein Filter wie in der Bildliste, etwa class:car oder tag:night</translation>
    </message>
    <message>
        <source>&amp;Only what this finds:</source>
        <translation>&amp;Nur was dies findet:</translation>
    </message>
    <message>
        <source>As the &amp;list</source>
        <translation>Wie die &amp;Liste</translation>
    </message>
    <message>
        <source>Take the filter of the image list: %1</source>
        <translation>Den Filter der Bildliste nehmen: %1</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>Copy the pictures, too</source>
        <translation>Die Bilder auch kopieren</translation>
    </message>
    <message>
        <source>Other programs look for the pictures in the same folder.</source>
        <translation>Andere Programme suchen die Bilder im selben Ordner.</translation>
    </message>
    <message>
        <source>%1 has no place for: %2.</source>
        <translation>%1 hat keinen Platz für: %2.</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>Ordner für den Export</translation>
    </message>
    <message>
        <source>Write as before</source>
        <translation>Schreiben wie zuvor</translation>
    </message>
</context>
<context>
    <name>gui::FiguresPage</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Wahr</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>pmF1</source>
        <translation>pmF1</translation>
    </message>
    <message>
        <source>F1 at 50</source>
        <translation>F1 bei 50</translation>
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
        <translation>Werte jeder Klasse</translation>
    </message>
    <message>
        <source>F1 of the classes</source>
        <translation>F1 der Klassen</translation>
    </message>
    <message>
        <source>Images by their F1</source>
        <translation>Bilder nach ihrem F1</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Plot of the comparison</source>
        <translation>Diagramm des Vergleichs</translation>
    </message>
    <message>
        <source>cgF1 %1 (pmF1 %2, IL_MCC %3)</source>
        <translation>cgF1 %1 (pmF1 %2, IL_MCC %3)</translation>
    </message>
    <message>
        <source>AP %1 (50: %2, 75: %3)</source>
        <translation>AP %1 (50: %2, 75: %3)</translation>
    </message>
    <message>
        <source>J&amp;F %1</source>
        <translation>J&amp;F %1</translation>
    </message>
    <message>
        <source>PQ %1 (SQ %2, RQ %3)</source>
        <translation>PQ %1 (SQ %2, RQ %3)</translation>
    </message>
    <message>
        <source>pHOTA %1</source>
        <translation>pHOTA %1</translation>
    </message>
    <message>
        <source>Every class is in every image, so cgF1 says nothing; read pmF1.</source>
        <translation>Jede Klasse ist in jedem Bild, darum sagt cgF1 nichts; pmF1 gilt.</translation>
    </message>
    <message>
        <source>F1 %1 to %2</source>
        <translation>F1 %1 bis %2</translation>
    </message>
</context>
<context>
    <name>gui::FileCommands</name>
    <message>
        <source>The last changes are not saved yet. %1 Leave the project and lose them?</source>
        <translation>Die letzten Änderungen sind noch nicht gespeichert. %1 Das Projekt verlassen und sie verlieren?</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>There is no model file %1. Choose one with Prompt, Open model.</source>
        <translation>Es gibt keine Modelldatei %1. Wähle eine mit Anfrage, Modell öffnen.</translation>
    </message>
    <message>
        <source>No images there. Choose image files or a folder that holds some.</source>
        <translation>Dort sind keine Bilder. Wähle Bilddateien oder einen Ordner, der welche enthält.</translation>
    </message>
    <message>
        <source>%1 images added.</source>
        <translation>%1 Bilder hinzugefügt.</translation>
    </message>
    <message>
        <source>These images are already in the project.</source>
        <translation>Diese Bilder sind schon im Projekt.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Projects (*.%1)</source>
        <translation>Projekte (*.%1)</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Images (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.mwq);;All files (*)</source>
        <translation>Modelle (*.safetensors *.pt *.mwq);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 instances in %2 images imported.</source>
        <translation>%1 Instanzen in %2 Bildern importiert.</translation>
    </message>
    <message>
        <source>… and %1 more notes.</source>
        <translation>… und %1 weitere Hinweise.</translation>
    </message>
    <message>
        <source>%1 Your version is kept in %2. Leave the project?</source>
        <translation>%1 Ihre Fassung liegt in %2. Das Projekt verlassen?</translation>
    </message>
    <message>
        <source>The last changes are not saved in the project yet. %1 They are kept on this computer and are put back when the project is opened again. Leave it?</source>
        <translation>Die letzten Änderungen stehen noch nicht im Projekt. %1 Sie bleiben auf diesem Rechner und kommen zurück, wenn das Projekt wieder geöffnet wird. Verlassen?</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>masks</source>
        <translation>Masken</translation>
    </message>
</context>
<context>
    <name>gui::Gallery</name>
    <message>
        <source>Delete %1 instances</source>
        <translation>%1 Instanzen löschen</translation>
    </message>
    <message>
        <source>Change labels of %1 instances</source>
        <translation>Klassen von %1 Instanzen ändern</translation>
    </message>
</context>
<context>
    <name>gui::GalleryDock</name>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Kleinste zuerst</translation>
    </message>
    <message>
        <source>Least score first</source>
        <translation>Kleinster Score zuerst</translation>
    </message>
    <message>
        <source>Odd looks first</source>
        <translation>Ungewöhnliche zuerst</translation>
    </message>
    <message>
        <source>By colours, size and shape, compared with the others; no model is asked</source>
        <translation>Nach Farben, Größe und Form, verglichen mit den anderen; kein Modell wird gefragt</translation>
    </message>
    <message>
        <source>Instances of the label</source>
        <translation>Instanzen des Labels</translation>
    </message>
    <message>
        <source>%1 instances. Delete removes the chosen ones, a digit gives them that label.</source>
        <translation>%1 Instanzen. Entf löscht die gewählten, eine Ziffer gibt ihnen dieses Label.</translation>
    </message>
    <message>
        <source>Looking: %1 images to go …</source>
        <translation>Wird angesehen: noch %1 Bilder …</translation>
    </message>
    <message>
        <source>Compared by colours, size and shape.</source>
        <translation>Verglichen nach Farben, Größe und Form.</translation>
    </message>
</context>
<context>
    <name>gui::GalleryModel</name>
    <message>
        <source>%1 pixels, score %2</source>
        <translation>%1 Pixel, Score %2</translation>
    </message>
</context>
<context>
    <name>gui::GridPlot</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Noch nichts zu zeigen.</translation>
    </message>
    <message>
        <source>in one image with</source>
        <translation>in einem Bild mit</translation>
    </message>
    <message>
        <source>%1 with %2: %3 images</source>
        <translation>%1 mit %2: %3 Bilder</translation>
    </message>
</context>
<context>
    <name>gui::ImageDock</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 images, %3 instances</source>
        <translation>%1 von %2 Bildern, %3 Instanzen</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>kein Projekt ist offen</translation>
    </message>
    <message>
        <source>Tags of the image, with commas between them:</source>
        <translation>Tags des Bildes, durch Kommas getrennt:</translation>
    </message>
    <message>
        <source>Tags that all %1 images have, with commas between them:</source>
        <translation>Tags, die alle %1 Bilder haben, durch Kommas getrennt:</translation>
    </message>
    <message>
        <source>Image tags</source>
        <translation>Bild-Tags</translation>
    </message>
</context>
<context>
    <name>gui::IssueStrip</name>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>Hinweis schließen</translation>
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
        <translation>Die Klasse dieser Nummer geben</translation>
    </message>
    <message>
        <source>Find everything of that label</source>
        <translation>Alles von dieser Klasse finden</translation>
    </message>
    <message>
        <source>Space, drag</source>
        <translation>Leertaste, ziehen</translation>
    </message>
    <message>
        <source>Move the image; middle button too</source>
        <translation>Das Bild verschieben; auch mit der mittleren Taste</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>Um den Zeiger zoomen</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>Auf der Zeichenfläche</translation>
    </message>
    <message>
        <source>Any key closes this. %1 once more: all keys, and how to change them.</source>
        <translation>Jede Taste schließt dies. Noch einmal %1: alle Tasten und wie man sie ändert.</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>Tasten von %1</translation>
    </message>
    <message>
        <source>Find that label in all images</source>
        <translation>Diese Klasse in allen Bildern suchen</translation>
    </message>
</context>
<context>
    <name>gui::KeysDialog</name>
    <message>
        <source>Single keys keep their &amp;place on the keyboard</source>
        <translation>&amp;Einzelne Tasten behalten ihren Platz auf der Tastatur</translation>
    </message>
    <message>
        <source>&amp;New key</source>
        <translation>&amp;Neue Taste</translation>
    </message>
    <message>
        <source>Press the key it shall have</source>
        <translation>Die gewünschte Taste drücken</translation>
    </message>
    <message>
        <source>&amp;Another key</source>
        <translation>&amp;Weitere Taste</translation>
    </message>
    <message>
        <source>Press one more key for it</source>
        <translation>Noch eine Taste dafür drücken</translation>
    </message>
    <message>
        <source>N&amp;o key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>Take its keys away</source>
        <translation>Die Tasten wegnehmen</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>The keys it had at first</source>
        <translation>Die ursprünglichen Tasten</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>&amp;Alles zurücksetzen</translation>
    </message>
    <message>
        <source>All commands get the keys they had at first</source>
        <translation>Alle Befehle bekommen ihre ursprünglichen Tasten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys of which program</source>
        <translation>Tasten welchen Programms</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Then they work with every layout and input method. Off: the letter counts, wherever it is.</source>
        <translation>Dann gehen sie mit jeder Belegung und Eingabemethode. Aus: Der Buchstabe zählt, wo immer er liegt.</translation>
    </message>
    <message>
        <source>Keys &amp;as in</source>
        <translation>&amp;Tasten wie in</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>“%1” has one of these keys now. Reset it first.</source>
        <translation>„%1“ hat jetzt eine dieser Tasten. Setze das zuerst zurück.</translation>
    </message>
    <message>
        <source>on the canvas</source>
        <translation>auf der Zeichenfläche</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Give that another key first.</source>
        <translation>%1 gehört zu „%2“. Gib diesem zuerst eine andere Taste.</translation>
    </message>
    <message>
        <source>Press the key for “%1”. Esc leaves it as it is.</source>
        <translation>Taste für „%1“ drücken. Esc lässt alles, wie es ist.</translation>
    </message>
    <message>
        <source>The space bar moves the image and can&apos;t be given away.</source>
        <translation>Die Leertaste verschiebt das Bild und kann nicht vergeben werden.</translation>
    </message>
</context>
<context>
    <name>gui::LabelDock</name>
    <message>
        <source>Labels</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>No labels yet.
The first phrase or shape makes one.</source>
        <translation>Noch keine Klassen.
Der erste Suchtext oder die erste Form legt eine an.</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Neue Klasse</translation>
    </message>
    <message>
        <source>Add a label. A phrase that finds something makes its own.</source>
        <translation>Klasse hinzufügen. Ein Suchtext, der etwas findet, legt seine eigene an.</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Colour …</source>
        <translation>Farbe …</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>Klasse löschen</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>Zusammenführen …</translation>
    </message>
    <message>
        <source>Merge, change or delete labels in all images</source>
        <translation>Klassen in allen Bildern zusammenführen, ändern oder löschen</translation>
    </message>
    <message>
        <source>“%1” is in use. Choose what becomes of its instances.</source>
        <translation>„%1“ wird benutzt. Wähle, was aus den Instanzen wird.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Colour, phrases, threshold and attributes of the current label</source>
        <translation>Farbe, Phrasen, Schwelle und Attribute der aktuellen Klasse</translation>
    </message>
</context>
<context>
    <name>gui::LabelModel</name>
    <message>
        <source>There already is a label “%1”. Names must differ.</source>
        <translation>Es gibt schon eine Klasse „%1“. Namen müssen sich unterscheiden.</translation>
    </message>
    <message>
        <source>%1
Asked for as: %2
In the whole project: %3 instances</source>
        <translation>%1
Gesucht als: %2
Im ganzen Projekt: %3 Instanzen</translation>
    </message>
</context>
<context>
    <name>gui::LabelPanel</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Add an attribute to this label</source>
        <translation>Dieser Klasse ein Attribut hinzufügen</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Attribut hinzufügen</translation>
    </message>
    <message>
        <source>Remove the attribute. Values that were given stay in the project and come back when this is undone.</source>
        <translation>Attribut entfernen. Vergebene Werte bleiben im Projekt und kommen beim Rückgängigmachen wieder.</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>Attribut entfernen</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>Typ von %1</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>Farbe von %1</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>attribute %1</source>
        <translation>Attribut %1</translation>
    </message>
    <message>
        <source>Phrases for the model; empty: the name</source>
        <translation>Phrasen für das Modell; leer: der Name</translation>
    </message>
    <message>
        <source>What the model is asked for, with commas between: bottle, flask. What several phrases find is one instance.</source>
        <translation>Wonach das Modell gefragt wird, mit Kommas dazwischen: Flasche, Kolben. Was mehrere Phrasen finden, ist eine Instanz.</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Phrasen</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>die des Modells</translation>
    </message>
    <message>
        <source>Proposals for this label that are scored lower are left out</source>
        <translation>Vorschläge für diese Klasse mit niedrigerem Score werden weggelassen</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Score from</source>
        <translation>Score ab</translation>
    </message>
</context>
<context>
    <name>gui::LabelPicker</name>
    <message>
        <source>Label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Labels that fit</source>
        <translation>Passende Klassen</translation>
    </message>
    <message>
        <source>New label “%1”</source>
        <translation>Neue Klasse „%1“</translation>
    </message>
</context>
<context>
    <name>gui::LicenceStep</name>
    <message>
        <source>1  Licence</source>
        <translation>1  Lizenz</translation>
    </message>
    <message>
        <source>I have &amp;read it and accept it</source>
        <translation>&amp;Ich habe sie gelesen und stimme zu</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>1  Licence: %1 of %2</source>
        <translation>1  Lizenz: %1 vom %2</translation>
    </message>
    <message>
        <source>The licence comes with the model; read it where you got the file.</source>
        <translation>Die Lizenz gehört zum Modell; lies sie dort, woher du die Datei hast.</translation>
    </message>
    <message>
        <source>Accepted on %1</source>
        <translation>Angenommen am %1</translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Maske</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>&amp;Anfrage</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Er&amp;scheinungsbild</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About Maskwright</source>
        <translation>Über Maskwright</translation>
    </message>
    <message>
        <source>&lt;b&gt;Maskwright %1&lt;/b&gt;&lt;p&gt;Masks for images: found by a phrase or an example, corrected by hand, kept on your machine.&lt;/p&gt;&lt;p&gt;Apache License 2.0. Uses Qt %2.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Maskwright %1&lt;/b&gt;&lt;p&gt;Masken für Bilder: durch Suchtext oder Beispiel gefunden, von Hand korrigiert, auf deinem Rechner gespeichert.&lt;/p&gt;&lt;p&gt;Apache License 2.0. Verwendet Qt %2.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Maskwright</source>
        <translation>Maskwright</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>An&amp;ordnung</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Sc&amp;hriftgröße</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Instances</source>
        <translation>&amp;Instanzen</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>P&amp;anels</source>
        <translation>Leis&amp;ten</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1 (nur lesen)</translation>
    </message>
</context>
<context>
    <name>gui::MergeDialog</name>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <source>%1, %2 pixels</source>
        <translation>%1, %2 Pixel</translation>
    </message>
    <message>
        <source>Merge both versions</source>
        <translation>Beide Fassungen zusammenführen</translation>
    </message>
    <message>
        <source>%1 instances that only they changed are taken over. These were changed in both versions; yours stay unless you tick theirs.</source>
        <translation>%1 Instanzen, die nur die andere Seite änderte, werden übernommen. Diese wurden in beiden Fassungen geändert; deine bleiben, wenn du nicht die andere ankreuzt.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Instances that both changed</source>
        <translation>Instanzen, die beide änderten</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Vereinen</translation>
    </message>
    <message>
        <source>Both changed the label “%1”; it is as yours.</source>
        <translation>Beide haben die Klasse „%1“ geändert; sie bleibt wie Ihre.</translation>
    </message>
    <message>
        <source>They renamed “%1” to a name that another label of yours has; it keeps its name.</source>
        <translation>„%1“ wurde dort in einen Namen umbenannt, den bei Ihnen eine andere Klasse hat; der Name bleibt.</translation>
    </message>
    <message>
        <source>They removed the label “%1”; it stays.</source>
        <translation>Dort wurde die Klasse „%1“ entfernt; sie bleibt.</translation>
    </message>
    <message>
        <source>They removed the image “%1”, which you changed; it stays.</source>
        <translation>Dort wurde das Bild „%1“ entfernt, das Sie geändert haben; es bleibt.</translation>
    </message>
    <message>
        <source>They changed the image “%1”, which you removed; it stays removed.</source>
        <translation>Dort wurde das Bild „%1“ geändert, das Sie entfernt haben; es bleibt entfernt.</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Und %1 weitere.</translation>
    </message>
</context>
<context>
    <name>gui::MiniMap</name>
    <message>
        <source>Mini-map</source>
        <translation>Übersichtskarte</translation>
    </message>
</context>
<context>
    <name>gui::ModelCommands</name>
    <message>
        <source>Use it with Prompt, Get a model.</source>
        <translation>Benutze es mit Anfrage, Modell beschaffen.</translation>
    </message>
</context>
<context>
    <name>gui::ModelDialog</name>
    <message>
        <source>Checking what is here of %1 …</source>
        <translation>Es wird geprüft, was von %1 da ist …</translation>
    </message>
    <message>
        <source>Asking for %1 …</source>
        <translation>%1 wird angefragt …</translation>
    </message>
    <message>
        <source>The connection broke off; next try in %1 s. What is here is kept.</source>
        <translation>Die Verbindung brach ab; nächster Versuch in %1 s. Was da ist, bleibt.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <translation>noch %1:%2</translation>
    </message>
    <message>
        <source>this server sends the beginning again</source>
        <translation>dieser Server sendet den Anfang noch einmal</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>Über das Modell</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Modell beschaffen</translation>
    </message>
    <message>
        <source>3  Space</source>
        <translation>3  Platz</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>&amp;Change …</source>
        <translation>Ä&amp;ndern …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>&amp;Get it</source>
        <translation>&amp;Beschaffen</translation>
    </message>
    <message>
        <source>&amp;Pause, keep what is here</source>
        <translation>&amp;Anhalten, Vorhandenes behalten</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>&amp;Remove …</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>&amp;Dieses Modell verwenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>From a &amp;file …</source>
        <translation>A&amp;us einer Datei …</translation>
    </message>
    <message>
        <source>From a f&amp;older …</source>
        <translation>Aus einem &amp;Ordner …</translation>
    </message>
    <message>
        <source>No checksum of it is known to the program, so its file can be checked only against what the server states.</source>
        <translation>Das Programm kennt keine Prüfsumme davon; die Datei kann nur mit der Angabe des Servers verglichen werden.</translation>
    </message>
    <message>
        <source>No checksum of it is known to the program, so its file is taken as it is.</source>
        <translation>Das Programm kennt keine Prüfsumme davon; die Datei wird genommen, wie sie ist.</translation>
    </message>
    <message>
        <source>It takes about %1 of memory and this machine has %2; a copy of 8 bits takes less than half: maskwright-cli convert --dtype q8.</source>
        <translation>Es braucht etwa %1 Speicher, dieser Rechner hat %2; eine Kopie mit 8 Bit braucht weniger als die Hälfte: maskwright-cli convert --dtype q8.</translation>
    </message>
    <message>
        <source>%1 needed, %2 free in %3</source>
        <translation>%1 nötig, %2 frei in %3</translation>
    </message>
    <message>
        <source>%1 free in %2</source>
        <translation>%1 frei in %2</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>das Modell</translation>
    </message>
    <message>
        <source>Its checksum is right.</source>
        <translation>Die Prüfsumme stimmt.</translation>
    </message>
    <message>
        <source>Its checksum is what the server states.</source>
        <translation>Die Prüfsumme ist die vom Server genannte.</translation>
    </message>
    <message>
        <source>Nobody states its checksum, so it could not be checked.</source>
        <translation>Niemand nennt eine Prüfsumme, daher konnte sie nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Go to the licence</source>
        <translation>Zur Lizenz</translation>
    </message>
    <message>
        <source>Enter a token</source>
        <translation>Token eingeben</translation>
    </message>
    <message>
        <source>Open the token page</source>
        <translation>Token-Seite öffnen</translation>
    </message>
    <message>
        <source>Open the request page</source>
        <translation>Anfrageseite öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Import a file …</source>
        <translation>Datei importieren …</translation>
    </message>
    <message>
        <source>Choose another folder …</source>
        <translation>Anderen Ordner wählen …</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Ordner importieren</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
        <translation>Modelle (*.safetensors *.pt *.pth);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Folder for models</source>
        <translation>Ordner für Modelle</translation>
    </message>
    <message>
        <source>Remove %1 and all its files from the models folder?</source>
        <translation>%1 mit allen Dateien aus dem Modellordner entfernen?</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Modell entfernen</translation>
    </message>
</context>
<context>
    <name>gui::ModelList</name>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>Klicks</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>Kann</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Fits memory</source>
        <translation>Passt in den Speicher</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>%1 of it</source>
        <translation>%1 davon</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no, import only</source>
        <translation>nein, nur Import</translation>
    </message>
    <message>
        <source>small</source>
        <translation>klein</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>knapp</translation>
    </message>
    <message>
        <source>A session takes about %1; this machine has %2.</source>
        <translation>Eine Sitzung braucht etwa %1; dieser Rechner hat %2.</translation>
    </message>
</context>
<context>
    <name>gui::OverlapPanel</name>
    <message>
        <source>Leave them</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Other instances under the stroke: %1</source>
        <translation>Andere Instanzen unter dem Strich: %1</translation>
    </message>
</context>
<context>
    <name>gui::PlanDialog</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>No pixel in two instances</source>
        <translation>Kein Pixel in zwei Instanzen</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>&amp;Probieren</translation>
    </message>
    <message>
        <source>Auto-label all images</source>
        <translation>Alle Bilder automatisch annotieren</translation>
    </message>
    <message>
        <source>&amp;Open a plan …</source>
        <translation>Plan ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Save the plan …</source>
        <translation>Plan &amp;speichern …</translation>
    </message>
    <message>
        <source>Start the &amp;run</source>
        <translation>&amp;Lauf starten</translation>
    </message>
    <message>
        <source>&amp;Add a label</source>
        <translation>Label &amp;hinzufügen</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Add what is not there yet</source>
        <translation>Ergänzen, was noch fehlt</translation>
    </message>
    <message>
        <source>Only images without instances</source>
        <translation>Nur Bilder ohne Instanzen</translation>
    </message>
    <message>
        <source>Replace what earlier runs left</source>
        <translation>Ersetzen, was frühere Läufe hinterließen</translation>
    </message>
    <message>
        <source>What people made, accepted, rejected or painted is never changed</source>
        <translation>Was Menschen gemacht, angenommen, abgelehnt oder gemalt haben, wird nie geändert</translation>
    </message>
    <message>
        <source>Both labels keep it</source>
        <translation>Beide Labels behalten es</translation>
    </message>
    <message>
        <source>The better score keeps it</source>
        <translation>Der bessere Wert behält es</translation>
    </message>
    <message>
        <source>The upper label keeps it</source>
        <translation>Das obere Label behält es</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Windows of this side are asked besides the whole picture, for objects that are small in it</source>
        <translation>Neben dem ganzen Bild werden Fenster dieser Seitenlänge befragt, für Objekte, die darin klein sind</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>&amp;Schreiben</translation>
    </message>
    <message>
        <source>An object that two labels find</source>
        <translation>Ein Objekt, das zwei Labels finden</translation>
    </message>
    <message>
        <source>The same object from an overlap of</source>
        <translation>Dasselbe Objekt ab einer Überlappung von</translation>
    </message>
    <message>
        <source>Smallest area</source>
        <translation>Kleinste Fläche</translation>
    </message>
    <message>
        <source>overlapping by</source>
        <translation>überlappend um</translation>
    </message>
    <message>
        <source>Tiles for small objects</source>
        <translation>Kacheln für kleine Objekte</translation>
    </message>
    <message>
        <source>Images of the sample</source>
        <translation>Bilder der Stichprobe</translation>
    </message>
    <message>
        <source>Try it first on so many images; nothing is written:</source>
        <translation>Erst an so vielen Bildern probieren; nichts wird geschrieben:</translation>
    </message>
    <message>
        <source>The plan looks for nothing; add a label or give one a tick.</source>
        <translation>Der Plan sucht nichts; fügen Sie ein Label hinzu oder haken Sie eines an.</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Plan öffnen</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Pläne (*.json)</translation>
    </message>
    <message>
        <source>The plan can&apos;t be read: %1.</source>
        <translation>Der Plan kann nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>The plan can&apos;t be saved: %1.</source>
        <translation>Der Plan kann nicht gespeichert werden: %1.</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Wird probiert …</translation>
    </message>
    <message>
        <source>Images: %1 in %2; all %3 would take about %4.</source>
        <translation>Bilder: %1 in %2; alle %3 würden etwa %4 dauern.</translation>
    </message>
    <message>
        <source>Images that could not be labelled: %1; the first is %2</source>
        <translation>Bilder, die nicht annotiert werden konnten: %1; das erste ist %2</translation>
    </message>
    <message>
        <source>Find %1 in all images</source>
        <translation>%1 in allen Bildern suchen</translation>
    </message>
</context>
<context>
    <name>gui::PlanTable</name>
    <message>
        <source>Classes of the plan</source>
        <translation>Klassen des Plans</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Phrasen</translation>
    </message>
    <message>
        <source>But not</source>
        <translation>Aber nicht</translation>
    </message>
    <message>
        <source>Score above</source>
        <translation>Wert über</translation>
    </message>
    <message>
        <source>What to look for, with commas between; what several phrases find is one instance</source>
        <translation>Was gesucht wird, mit Kommas dazwischen; was mehrere Phrasen finden, ist eine Instanz</translation>
    </message>
    <message>
        <source>What one of these finds with a better score is left out</source>
        <translation>Was eine davon mit besserem Wert findet, wird weggelassen</translation>
    </message>
    <message>
        <source>From 0 to 1; empty: the model&apos;s own</source>
        <translation>Von 0 bis 1; leer: der Wert des Modells</translation>
    </message>
</context>
<context>
    <name>gui::PresetRow</name>
    <message>
        <source>Saved &amp;choices:</source>
        <translation>Gespeicherte &amp;Auswahl:</translation>
    </message>
    <message>
        <source>&amp;Save as …</source>
        <translation>&amp;Speichern als …</translation>
    </message>
    <message>
        <source>Keep these choices under a name, for here and for maskwright-cli export --preset</source>
        <translation>Diese Auswahl unter einem Namen behalten, für hier und für maskwright-cli export --preset</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>Forget the choices of this name</source>
        <translation>Die Auswahl dieses Namens vergessen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Save choices</source>
        <translation>Auswahl speichern</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
</context>
<context>
    <name>gui::ProgressWidget</name>
    <message>
        <source>Encoding the image</source>
        <translation>Bild wird kodiert</translation>
    </message>
    <message>
        <source>Finding instances</source>
        <translation>Instanzen werden gesucht</translation>
    </message>
    <message>
        <source>Finding the shape</source>
        <translation>Form wird gesucht</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>Progress of the model</source>
        <translation>Fortschritt des Modells</translation>
    </message>
    <message>
        <source>Stop the model (Ctrl+.)</source>
        <translation>Modell anhalten (Strg+.)</translation>
    </message>
    <message>
        <source>Stop the model</source>
        <translation>Modell anhalten</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>, %1 s</source>
        <translation>, %1 s</translation>
    </message>
</context>
<context>
    <name>gui::PromptBar</name>
    <message>
        <source>Phrase</source>
        <translation>Suchtext</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>like box %1</source>
        <translation>wie Rahmen %1</translation>
    </message>
    <message>
        <source>not box %1</source>
        <translation>nicht Rahmen %1</translation>
    </message>
    <message>
        <source>More like this. Click to remove.</source>
        <translation>Mehr davon. Klick entfernt es.</translation>
    </message>
    <message>
        <source>Not like this. Click to remove.</source>
        <translation>Nicht so etwas. Klick entfernt es.</translation>
    </message>
    <message>
        <source>Remove example %1</source>
        <translation>Beispiel %1 entfernen</translation>
    </message>
    <message>
        <source>Remove counter-example %1</source>
        <translation>Gegenbeispiel %1 entfernen</translation>
    </message>
    <message>
        <source>No model is loaded. Brush, eraser and all lists work without one.</source>
        <translation>Kein Modell geladen. Pinsel, Radierer und alle Listen gehen ohne.</translation>
    </message>
    <message>
        <source>%1 knows no phrases; draw an exemplar box.</source>
        <translation>%1 kennt keine Suchtexte; ziehe einen Beispielrahmen.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Nichts Neues</translation>
    </message>
    <message>
        <source>Nothing found. Try a synonym or an exemplar box.</source>
        <translation>Nichts gefunden. Versuche ein anderes Wort oder einen Beispielrahmen.</translation>
    </message>
    <message>
        <source>Nothing above %1. Best guess %2</source>
        <translation>Nichts über %1. Bester Treffer %2</translation>
    </message>
    <message>
        <source>%1 found, %2 pass</source>
        <translation>%1 gefunden, %2 über der Schwelle</translation>
    </message>
    <message>
        <source>, %1 labelled already</source>
        <translation>, %1 schon annotiert</translation>
    </message>
    <message>
        <source>Exemplar boxes only</source>
        <translation>Nur Beispielrahmen</translation>
    </message>
    <message>
        <source>What to find  ( / )</source>
        <translation>Was suchen?  ( / )</translation>
    </message>
    <message>
        <source>The model took %1 s.</source>
        <translation>Das Modell brauchte %1 s.</translation>
    </message>
    <message>
        <source>Instances that are found again</source>
        <translation>Instanzen, die wieder gefunden werden</translation>
    </message>
    <message>
        <source>What Accept does with instances that are there already: those that share 70 % of their pixels with a proposal. Reject a proposal with X to leave its instance as it is.</source>
        <translation>Was Annehmen mit Instanzen macht, die schon da sind: die sich 70 % ihrer Pixel mit einem Vorschlag teilen. Wer einen Vorschlag mit X ablehnt, lässt dessen Instanz, wie sie ist.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>They stay as they are; nothing is proposed for them</source>
        <translation>Sie bleiben, wie sie sind; für sie wird nichts vorgeschlagen</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>They get the shape that was found, except where a hand painted</source>
        <translation>Sie bekommen die gefundene Form, außer wo von Hand gemalt wurde</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Vereinen</translation>
    </message>
    <message>
        <source>They get what was found besides their own shape, except where a hand erased</source>
        <translation>Sie bekommen das Gefundene zu ihrer Form dazu, außer wo von Hand gelöscht wurde</translation>
    </message>
    <message>
        <source>Proposals scored lower than this are left out; each label keeps its own. Nothing is computed again.</source>
        <translation>Vorschläge mit niedrigerem Score werden weggelassen; jede Klasse behält ihre eigene Schwelle. Nichts wird neu berechnet.</translation>
    </message>
</context>
<context>
    <name>gui::QueryEdit</name>
    <message>
        <source>Filter: class:car score:&lt;0.5 state:auto area:&gt;100</source>
        <translation>Filter: class:car score:&lt;0.5 state:auto area:&gt;100</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>class, state, origin, score, area, width, height, parts, holes, byhand, prompt, model, name, has, instances, reviewed, tag, attr.NAME …
Space: and. or: or. -: not. Values: &gt;5, 1..5, a,b, &quot;two words&quot;.</source>
        <translation>class, state, origin, score, area, width, height, parts, holes, byhand, prompt, model, name, has, instances, reviewed, tag, attr.NAME …
Leerzeichen: und. or: oder. -: nicht. Werte: &gt;5, 1..5, a,b, &quot;two words&quot;.</translation>
    </message>
</context>
<context>
    <name>gui::RemapDialog</name>
    <message>
        <source>stays</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <source>Remove labels that have become empty</source>
        <translation>Leer gewordene Klassen entfernen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Merge or delete labels</source>
        <translation>Klassen zusammenführen oder löschen</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Labels and what they become</source>
        <translation>Klassen und was aus ihnen wird</translation>
    </message>
    <message>
        <source>%1 instances of %2 labels change, in all images. One undo takes it back.</source>
        <translation>%1 Instanzen von %2 Klassen ändern sich, in allen Bildern. Einmal Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Choose what a label becomes.</source>
        <translation>Wähle, was aus einer Klasse wird.</translation>
    </message>
    <message>
        <source>%1 instances have another label now.</source>
        <translation>%1 Instanzen haben jetzt eine andere Klasse.</translation>
    </message>
</context>
<context>
    <name>gui::Review</name>
    <message>
        <source>This instance is locked; unlock it to reject it.</source>
        <translation>Diese Instanz ist gesperrt; zum Verwerfen entsperren.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Assign label</source>
        <translation>Klasse zuweisen</translation>
    </message>
    <message>
        <source>Accept the rest</source>
        <translation>Den Rest annehmen</translation>
    </message>
    <message>
        <source>Accept above a score</source>
        <translation>Ab einer Bewertung annehmen</translation>
    </message>
</context>
<context>
    <name>gui::ReviewDock</name>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Stop reviewing</source>
        <translation>Prüfen beenden</translation>
    </message>
    <message>
        <source>Start reviewing</source>
        <translation>Prüfen beginnen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>A digit gives that label and accepts.</source>
        <translation>Eine Ziffer gibt diese Klasse und nimmt an.</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>Liste zum Prüfen</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 von %2 entschieden</translation>
    </message>
    <message>
        <source>What the model found and nobody has looked at comes here, the most doubtful first.</source>
        <translation>Hier steht, was das Modell gefunden und noch niemand angesehen hat, das Zweifelhafteste zuerst.</translation>
    </message>
    <message>
        <source>Looking through the project …</source>
        <translation>Das Projekt wird durchgesehen …</translation>
    </message>
    <message>
        <source>Nothing that the filter shows waits for review.</source>
        <translation>Nichts, was der Filter zeigt, wartet auf die Prüfung.</translation>
    </message>
    <message>
        <source>Nothing waits for review.</source>
        <translation>Nichts wartet auf die Prüfung.</translation>
    </message>
</context>
<context>
    <name>gui::RunBar</name>
    <message>
        <source>Put in what is found</source>
        <translation>Gefundenes übernehmen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Auto-label run</source>
        <translation>Automatischer Lauf</translation>
    </message>
    <message>
        <source>Progress of the auto-label run</source>
        <translation>Fortschritt des automatischen Laufs</translation>
    </message>
    <message>
        <source>Ends the run and adds the instances it has found, as one step that undo takes back</source>
        <translation>Beendet den Lauf und fügt die gefundenen Instanzen hinzu, als ein Schritt, den Rückgängig zurücknimmt</translation>
    </message>
    <message>
        <source>Ends the run and forgets what it has found</source>
        <translation>Beendet den Lauf und vergisst, was er gefunden hat</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Putting the results into the project …</source>
        <translation>Ergebnisse werden ins Projekt übernommen …</translation>
    </message>
    <message>
        <source>Auto-label: %1 of %2 images</source>
        <translation>Automatisch annotiert: %1 von %2 Bildern</translation>
    </message>
    <message>
        <source>, paused</source>
        <translation>, angehalten</translation>
    </message>
    <message>
        <source>, %1 a second</source>
        <translation>, %1 pro Sekunde</translation>
    </message>
    <message>
        <source>, %1 s left</source>
        <translation>, noch %1 s</translation>
    </message>
    <message>
        <source>, %1 min left</source>
        <translation>, noch %1 min</translation>
    </message>
    <message>
        <source>, not labelled: %1</source>
        <translation>, nicht annotiert: %1</translation>
    </message>
</context>
<context>
    <name>gui::SafetyCommands</name>
    <message>
        <source>Backups …</source>
        <translation>Sicherungen …</translation>
    </message>
    <message>
        <source>The project file is back, and everything is saved.</source>
        <translation>Die Projektdatei ist wieder da, und alles ist gespeichert.</translation>
    </message>
    <message>
        <source>Your work is kept on this computer and writing is tried again.</source>
        <translation>Ihre Arbeit bleibt auf diesem Rechner, und das Schreiben wird weiter versucht.</translation>
    </message>
    <message>
        <source>Your work is kept here and writing is tried again.</source>
        <translation>Ihre Arbeit bleibt hier, und das Schreiben wird weiter versucht.</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Write it there again</source>
        <translation>Dort neu schreiben</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Andere nehmen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Save mine as …</source>
        <translation>Meine speichern unter …</translation>
    </message>
    <message>
        <source>%1 on %2 %3</source>
        <translation>%1 an %2 %3</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>The program did not end properly the last time. Restored to %1; last action: %2.</source>
        <translation>Das Programm endete das letzte Mal nicht ordentlich. Wiederhergestellt bis %1; letzte Aktion: %2.</translation>
    </message>
    <message>
        <source>Checkpoint made. Work is saved by itself; File, Backups and checkpoints leads back to this state.</source>
        <translation>Sicherungspunkt gesetzt. Gespeichert wird von selbst; Datei, Sicherungen und Sicherungspunkte führt hierher zurück.</translation>
    </message>
    <message>
        <source>This is their version. Yours is kept in %1.</source>
        <translation>Dies ist die andere Fassung. Ihre liegt in %1.</translation>
    </message>
    <message>
        <source>%1 This is your version, in %2.</source>
        <translation>%1 Dies ist Ihre Fassung, in %2.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>This is your version. Theirs is kept in %1.</source>
        <translation>Dies ist Ihre Fassung. Die andere liegt in %1.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Projects (*%1)</source>
        <translation>Projekte (*%1)</translation>
    </message>
    <message>
        <source>Read only: another program is working in %1. You see what it saved and can change nothing.</source>
        <translation>Nur lesen: Ein anderes Programm arbeitet in %1. Du siehst, was es gespeichert hat, und kannst nichts ändern.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Neu öffnen</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>Zusammenführen …</translation>
    </message>
    <message>
        <source>Merge both versions</source>
        <translation>Beide Fassungen zusammenführen</translation>
    </message>
    <message>
        <source>Merged: %1 instances came from theirs, which is kept in %2. One undo takes it back.</source>
        <translation>Zusammengeführt: %1 Instanzen kamen aus der anderen Fassung, die in %2 bleibt. Einmal Rückgängig nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>gui::SampleTable</name>
    <message>
        <source>What the sample found</source>
        <translation>Was die Stichprobe fand</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>About, in all</source>
        <translation>Etwa insgesamt</translation>
    </message>
    <message>
        <source>Scores from 0 to 1</source>
        <translation>Werte von 0 bis 1</translation>
    </message>
</context>
<context>
    <name>gui::Session</name>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Assign label</source>
        <translation>Klasse zuweisen</translation>
    </message>
    <message>
        <source>No image after this one is left to do.</source>
        <translation>Nach diesem Bild ist keines mehr offen.</translation>
    </message>
    <message>
        <source>No image before this one is left to do.</source>
        <translation>Vor diesem Bild ist keines mehr offen.</translation>
    </message>
    <message>
        <source>This project is open to look at only: another program is working in it.</source>
        <translation>Dieses Projekt ist nur zum Ansehen offen: Ein anderes Programm arbeitet darin.</translation>
    </message>
</context>
<context>
    <name>gui::ShapeCommands</name>
    <message>
        <source>Select two or more unlocked instances; the first one keeps its id.</source>
        <translation>Wählen Sie zwei oder mehr nicht gesperrte Instanzen; die erste behält ihre Nummer.</translation>
    </message>
    <message>
        <source>Split parts</source>
        <translation>Teile trennen</translation>
    </message>
    <message>
        <source>There is nothing to split: what is selected has one part.</source>
        <translation>Es gibt nichts zu trennen: Die Auswahl hat nur einen Teil.</translation>
    </message>
    <message>
        <source>The image they come from is larger: of %1 instances, %2 were cut at the edge and %3 lay outside and were left out.</source>
        <translation>Das Herkunftsbild ist größer: Von %1 Instanzen wurden %2 am Rand beschnitten, %3 lagen außerhalb und fehlen.</translation>
    </message>
    <message>
        <source>This is the last image; there is no next one to copy to.</source>
        <translation>Dies ist das letzte Bild; es gibt kein nächstes.</translation>
    </message>
    <message>
        <source>Copy to next image</source>
        <translation>Ins nächste Bild kopieren</translation>
    </message>
    <message>
        <source>No earlier image has an instance of this label to begin from.</source>
        <translation>Kein früheres Bild hat eine Instanz dieses Labels als Anfang.</translation>
    </message>
    <message>
        <source>The image before has an instance of this label already; nothing lies between.</source>
        <translation>Das vorige Bild hat schon eine Instanz dieses Labels; dazwischen liegt nichts.</translation>
    </message>
    <message>
        <source>Interpolate over %1 images</source>
        <translation>Über %1 Bilder interpolieren</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>interpoliert</translation>
    </message>
</context>
<context>
    <name>gui::ShapePanel</name>
    <message>
        <source>Grow by</source>
        <translation>Erweitern um</translation>
    </message>
    <message>
        <source>Shrink by</source>
        <translation>Verkleinern um</translation>
    </message>
    <message>
        <source>Smooth by</source>
        <translation>Glätten um</translation>
    </message>
    <message>
        <source>Fill holes under</source>
        <translation>Löcher füllen unter</translation>
    </message>
    <message>
        <source>Drop islands under</source>
        <translation>Inseln entfernen unter</translation>
    </message>
    <message>
        <source>Simplify within</source>
        <translation>Vereinfachen innerhalb</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <translation>Wählen Sie eine nicht gesperrte Instanz.</translation>
    </message>
    <message>
        <source>%1 → %2 vertices  ·  overlap (IoU) %3  ·  border off by %4 px at most</source>
        <translation>%1 → %2 Eckpunkte  ·  Überdeckung (IoU) %3  ·  Rand höchstens %4 px daneben</translation>
    </message>
    <message>
        <source>%1 → %2 pixels  ·  parts: %3  ·  holes: %4</source>
        <translation>%1 → %2 Pixel  ·  Teile: %3  ·  Löcher: %4</translation>
    </message>
    <message>
        <source>instances that vanish: %1</source>
        <translation>Instanzen, die verschwinden: %1</translation>
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
        <translation>Dieses Projekt</translation>
    </message>
    <message>
        <source>A file …</source>
        <translation>Eine Datei …</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Only what this finds</source>
        <translation>Nur was dies findet</translation>
    </message>
    <message>
        <source>A filter as in the image list, such as origin:hand, model:pocket or state:auto; of projects only</source>
        <translation>Ein Filter wie in der Bildliste, etwa origin:hand, model:pocket oder state:auto; nur für Projekte</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Projects, run files and data sets (*.maskwright *.jsonl *.json *.xml *.yaml);;All files (*)</source>
        <translation>Projekte, Laufdateien und Datensätze (*.maskwright *.jsonl *.json *.xml *.yaml);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>gui::SplitRow</name>
    <message>
        <source>&amp;Keep folders together</source>
        <translation>&amp;Ordner zusammenhalten</translation>
    </message>
    <message>
        <source>Images of one folder, such as the frames of a video, go into one part.</source>
        <translation>Bilder eines Ordners, etwa die eines Videos, kommen in einen Teil.</translation>
    </message>
    <message>
        <source>For &amp;validation:</source>
        <translation>Für die &amp;Validierung:</translation>
    </message>
    <message>
        <source>for the &amp;test:</source>
        <translation>für den &amp;Test:</translation>
    </message>
</context>
<context>
    <name>gui::StatisticsDock</name>
    <message>
        <source>no label</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Größen</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Occurring together</source>
        <translation>Gemeinsames Auftreten</translation>
    </message>
    <message>
        <source>Seconds per instance</source>
        <translation>Sekunden je Instanz</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Only what the filter shows</source>
        <translation>Nur was der Filter zeigt</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>Sekunden je Stück</translation>
    </message>
    <message>
        <source>Actions each</source>
        <translation>Aktionen je Stück</translation>
    </message>
    <message>
        <source>Effort by label</source>
        <translation>Aufwand je Klasse</translation>
    </message>
    <message>
        <source>Count time and actions</source>
        <translation>Zeit und Aktionen zählen</translation>
    </message>
    <message>
        <source>The figures stay in the project on this machine.</source>
        <translation>Die Zahlen bleiben im Projekt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>CSV …</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Write the figures of each label to a file</source>
        <translation>Die Zahlen jeder Klasse in eine Datei schreiben</translation>
    </message>
    <message>
        <source>%1 instances in %2 images, rejected ones left out</source>
        <translation>%1 Instanzen in %2 Bildern, ohne verworfene</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 instances with known effort: %2 seconds and %3 actions each</source>
        <translation>%1 Instanzen mit bekanntem Aufwand: je %2 Sekunden und %3 Aktionen</translation>
    </message>
    <message>
        <source>Write figures</source>
        <translation>Zahlen schreiben</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2. Choose another folder.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Wähle einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>gui::StatusLine</name>
    <message>
        <source>Saved state</source>
        <translation>Speicherzustand</translation>
    </message>
    <message>
        <source>● Not saved</source>
        <translation>● Nicht gespeichert</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>Zeiger</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modell und Gerät</translation>
    </message>
    <message>
        <source>● Saved</source>
        <translation>● Gespeichert</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <translation>Alles ist in %1</translation>
    </message>
    <message>
        <source>○ Saving …</source>
        <translation>○ Speichern …</translation>
    </message>
    <message>
        <source>▲ Not saved</source>
        <translation>▲ Nicht gespeichert</translation>
    </message>
    <message>
        <source>The project can&apos;t be written. Your work is kept and writing is tried again.</source>
        <translation>Das Projekt kann nicht geschrieben werden. Deine Arbeit bleibt erhalten, und das Schreiben wird wiederholt.</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1, %2 px</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>keine Klasse</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Click to get or choose a model</source>
        <translation>Klicken, um ein Modell zu beschaffen oder zu wählen</translation>
    </message>
    <message>
        <source>■ Read only</source>
        <translation>■ Nur lesen</translation>
    </message>
    <message>
        <source>Another program is working in %1</source>
        <translation>Ein anderes Programm arbeitet in %1</translation>
    </message>
</context>
<context>
    <name>gui::ToolOptions</name>
    <message>
        <source>Tool options</source>
        <translation>Werkzeugoptionen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pen pressure</source>
        <translation>Stiftdruck</translation>
    </message>
    <message>
        <source>A pen pressed harder paints wider</source>
        <translation>Ein stärker gedrückter Stift malt breiter</translation>
    </message>
    <message>
        <source>Only similar</source>
        <translation>Nur Ähnliches</translation>
    </message>
    <message>
        <source>Paint only pixels that look like the one the stroke begins on</source>
        <translation>Nur Pixel malen, die dem ähneln, auf dem der Strich beginnt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>Contiguous</source>
        <translation>Zusammenhängend</translation>
    </message>
    <message>
        <source>Only pixels that hang together with the one clicked on</source>
        <translation>Nur Pixel, die mit dem angeklickten zusammenhängen</translation>
    </message>
    <message>
        <source>What happens to other instances under a stroke</source>
        <translation>Was mit anderen Instanzen unter einem Strich geschieht</translation>
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
        <translation>Bilder öffnen, eintippen, was du suchst, Masken korrigieren.</translation>
    </message>
    <message>
        <source>Or drop a folder, a project or image files here.</source>
        <translation>Oder einen Ordner, ein Projekt oder Bilddateien hierher ziehen.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>I come &amp;from</source>
        <translation>Ich komme &amp;von</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>keinem davon</translation>
    </message>
    <message>
        <source>The program whose keys you know</source>
        <translation>Das Programm, dessen Tasten du kennst</translation>
    </message>
    <message>
        <source>Commands get the keys that they have there. Help, Keyboard changes it later.</source>
        <translation>Befehle bekommen die Tasten, die sie dort haben. Später änderbar unter Hilfe, Tastatur.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Label images with masks.</source>
        <translation>Bilder mit Masken annotieren.</translation>
    </message>
    <message>
        <source>Model to load: a file, or the id of one that is here.</source>
        <translation>Zu ladendes Modell: eine Datei oder die Kennung eines vorhandenen.</translation>
    </message>
    <message>
        <source>A project, a folder, or image files.</source>
        <translation>Ein Projekt, ein Ordner oder Bilddateien.</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>its checksum differs</source>
        <translation>die Prüfsumme weicht ab</translation>
    </message>
    <message>
        <source>it lacks %1</source>
        <translation>es fehlt %1</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 Bytes statt %2</translation>
    </message>
    <message>
        <source>%1 is on this machine.</source>
        <translation>%1 ist auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Stopped. What is here of %1 is kept and the download goes on from there.</source>
        <translation>Angehalten. Was von %1 da ist, bleibt, und der Download geht von dort weiter.</translation>
    </message>
    <message>
        <source>The licence of %1 is not accepted yet. Read it and accept it first.</source>
        <translation>Die Lizenz von %1 ist noch nicht angenommen. Lies sie und stimme zuerst zu.</translation>
    </message>
    <message>
        <source>%1 is given only to people with an account, and no token was sent. Make a token with read access on the server&apos;s page and enter it.</source>
        <translation>%1 gibt es nur mit Konto, und es wurde kein Token geschickt. Erstelle auf der Seite des Servers ein Token mit Leserecht und gib es ein.</translation>
    </message>
    <message>
        <source>The server does not know this token. Make a new one for %1 and enter it.</source>
        <translation>Der Server kennt dieses Token nicht. Erstelle ein neues für %1 und gib es ein.</translation>
    </message>
    <message>
        <source>The token is valid but may not read gated models. Give it the right &quot;Read access to contents of all public gated repos&quot; to get %1.</source>
        <translation>Das Token ist gültig, darf aber keine geschützten Modelle lesen. Gib ihm das Recht &quot;Read access to contents of all public gated repos&quot;, um %1 zu bekommen.</translation>
    </message>
    <message>
        <source>This account has not asked for %1 yet. Send the request on the model&apos;s page, then try again.</source>
        <translation>Dieses Konto hat %1 noch nicht angefragt. Schicke die Anfrage auf der Seite des Modells ab und versuche es dann erneut.</translation>
    </message>
    <message>
        <source>The request for %1 is sent and not answered yet. Try again when the answer has come; other models work meanwhile.</source>
        <translation>Die Anfrage für %1 ist gestellt und noch nicht beantwortet. Versuche es nach der Antwort erneut; andere Modelle gehen solange.</translation>
    </message>
    <message>
        <source>The request for %1 was refused by its owners. Import a file from someone who has it, or choose another model.</source>
        <translation>Die Anfrage für %1 wurde von den Eigentümern abgelehnt. Importiere eine Datei von jemandem, der es hat, oder wähle ein anderes Modell.</translation>
    </message>
    <message>
        <source>The server refuses to give %1 to this account (%2). Look at the model&apos;s page, or import a file.</source>
        <translation>Der Server gibt %1 diesem Konto nicht (%2). Sieh auf der Seite des Modells nach oder importiere eine Datei.</translation>
    </message>
    <message>
        <source>Downloads are switched off on this machine. Import %1 from a file, or ask who looks after it.</source>
        <translation>Downloads sind auf diesem Rechner abgeschaltet. Importiere %1 aus einer Datei oder frage, wer ihn betreut.</translation>
    </message>
    <message>
        <source>No address of %1 is known. Get its file where its authors offer it, then import it.</source>
        <translation>Keine Adresse von %1 bekannt. Hole die Datei bei den Autoren und importiere sie.</translation>
    </message>
    <message>
        <source>No address of %1 can be reached (%2). Check the network and its proxy, or import a file.</source>
        <translation>Keine Adresse von %1 ist erreichbar (%2). Prüfe Netz und Proxy oder importiere eine Datei.</translation>
    </message>
    <message>
        <source>The connection broke off again and again (%2). What is here of %1 is kept; try again later.</source>
        <translation>Die Verbindung brach immer wieder ab (%2). Was von %1 da ist, bleibt; versuche es später erneut.</translation>
    </message>
    <message>
        <source>The server could not give %1 (%2). What is here is kept; try again later.</source>
        <translation>Der Server konnte %1 nicht liefern (%2). Was da ist, bleibt; versuche es später erneut.</translation>
    </message>
    <message>
        <source>The connection for %1 is not secure (%2). Check the date of this machine and its proxy.</source>
        <translation>Die Verbindung für %1 ist nicht sicher (%2). Prüfe das Datum dieses Rechners und seinen Proxy.</translation>
    </message>
    <message>
        <source>What came is not what the catalogue promises for %1: the checksum differs. The file is set aside as %2; try again.</source>
        <translation>Was kam, ist nicht, was der Katalog für %1 verspricht: Die Prüfsumme weicht ab. Die Datei liegt als %2 beiseite; versuche es erneut.</translation>
    </message>
    <message>
        <source>That is another file than the catalogue&apos;s for %1 (%2). Choose or wait for the right one.</source>
        <translation>Das ist eine andere Datei als die des Katalogs für %1 (%2). Wähle die richtige oder warte auf sie.</translation>
    </message>
    <message>
        <source>The file of %1 is no longer at its address (%2). Update the program or import a file.</source>
        <translation>Die Datei von %1 ist nicht mehr an ihrer Adresse (%2). Aktualisiere das Programm oder importiere eine Datei.</translation>
    </message>
    <message>
        <source>There is not enough room for %1: %2. Free some, choose another folder, or a smaller model.</source>
        <translation>Für %1 ist nicht genug Platz: %2. Schaffe welchen, wähle einen anderen Ordner oder ein kleineres Modell.</translation>
    </message>
    <message>
        <source>The models folder can&apos;t be written (%2), so %1 can&apos;t be stored. Choose another folder.</source>
        <translation>In den Modellordner kann nicht geschrieben werden (%2), also kann %1 nicht abgelegt werden. Wähle einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%2 can&apos;t be read, so %1 was not imported. Choose another file.</source>
        <translation>%2 kann nicht gelesen werden, also wurde %1 nicht importiert. Wähle eine andere Datei.</translation>
    </message>
    <message>
        <source>Another window or program is getting %1 just now. Wait for it, then look again.</source>
        <translation>Ein anderes Fenster oder Programm holt %1 gerade. Warte darauf und sieh dann wieder nach.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>kein Grund genannt</translation>
    </message>
    <message>
        <source>The system&apos;s keychain can&apos;t be used (%1); the token is kept only until the program ends.</source>
        <translation>Der Schlüsselbund des Systems ist nicht nutzbar (%1); das Token bleibt nur bis zum Ende des Programms.</translation>
    </message>
</context>
<context>
    <name>project_files</name>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>No images in %1 (looked for %2). Choose a folder that holds image files.</source>
        <translation>Keine Bilder in %1 (gesucht: %2). Wähle einen Ordner mit Bilddateien.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written. The project is kept in %2.</source>
        <translation>%1 ist nicht beschreibbar. Das Projekt liegt in %2.</translation>
    </message>
    <message>
        <source>The demo pictures are missing from this installation. Open a folder of your own images.</source>
        <translation>In dieser Installation fehlen die Demobilder. Öffne einen Ordner mit eigenen Bildern.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be made. Check the rights of your data folder.</source>
        <translation>%1 kann nicht angelegt werden. Prüfe die Rechte deines Datenordners.</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>low score</source>
        <translation>niedrige Bewertung</translation>
    </message>
    <message>
        <source>%1 times as large as usual</source>
        <translation>%1-mal so groß wie üblich</translation>
    </message>
    <message>
        <source>only %1 % of the usual size</source>
        <translation>nur %1 % der üblichen Größe</translation>
    </message>
    <message>
        <source>unusual shape for its label</source>
        <translation>ungewöhnliche Form für diese Klasse</translation>
    </message>
    <message>
        <source>ragged outline</source>
        <translation>ausgefranster Umriss</translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation>in %1 Teilen</translation>
    </message>
    <message>
        <source>holes: %1</source>
        <translation>Löcher: %1</translation>
    </message>
    <message>
        <source>no edge in the picture along %1 % of the outline</source>
        <translation>keine Kante im Bild an %1 % des Umrisses</translation>
    </message>
    <message>
        <source>shares %1 % with another label</source>
        <translation>teilt %1 % mit einer anderen Klasse</translation>
    </message>
    <message>
        <source>%1 % the same as another instance</source>
        <translation>zu %1 % gleich mit einer anderen Instanz</translation>
    </message>
    <message>
        <source>at the border of the picture, and odd</source>
        <translation>am Bildrand und auffällig</translation>
    </message>
    <message>
        <source>only %1 of this label</source>
        <translation>nur %1 dieser Klasse</translation>
    </message>
    <message>
        <source>looks like the others</source>
        <translation>sieht aus wie die anderen</translation>
    </message>
    <message>
        <source>only %1 % the same in the compared data</source>
        <translation>in den verglichenen Daten nur zu %1 % gleich</translation>
    </message>
    <message>
        <source>missing in the compared data</source>
        <translation>fehlt in den verglichenen Daten</translation>
    </message>
</context>
</TS>
