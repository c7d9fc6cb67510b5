<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>BoxTool</name>
    <message>
        <source>%1 can&apos;t search by example; type a phrase instead.</source>
        <translation>%1 ne sait pas chercher par l&apos;exemple ; tapez une expression.</translation>
    </message>
    <message>
        <source>Drag a box round an example; Alt-drag round what it is not</source>
        <translation>Tracez un cadre autour d&apos;un exemple ; avec Alt, autour de ce que ce n&apos;est pas</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>Find more like this</source>
        <translation>Trouver d&apos;autres comme cela</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+glisser</translation>
    </message>
    <message>
        <source>Not like this; right button too</source>
        <translation>Pas comme cela ; aussi avec le bouton droit</translation>
    </message>
    <message>
        <source>Click a mask</source>
        <translation>Clic sur un masque</translation>
    </message>
    <message>
        <source>Take its box</source>
        <translation>Prendre son cadre</translation>
    </message>
</context>
<context>
    <name>BrushTool</name>
    <message>
        <source>Erase %1</source>
        <translation>Effacer dans %1</translation>
    </message>
    <message>
        <source>Paint %1</source>
        <translation>Peindre %1</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>One stroke: one step to undo</source>
        <translation>Un trait : une étape à annuler</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Maj+clic</translation>
    </message>
    <message>
        <source>Straight stroke from the last one</source>
        <translation>Trait droit depuis le dernier</translation>
    </message>
    <message>
        <source>Hold Alt</source>
        <translation>Maintenir Alt</translation>
    </message>
    <message>
        <source>Brush erases, eraser paints</source>
        <translation>Le pinceau efface, la gomme peint</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+molette</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1, %2 px</translation>
    </message>
    <message>
        <source>Hold Shift</source>
        <translation>Maintenir Maj</translation>
    </message>
    <message>
        <source>Keeps the stroke on a line</source>
        <translation>Garde le trait sur une droite</translation>
    </message>
</context>
<context>
    <name>CutTool</name>
    <message>
        <source>Cut</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Nothing was cut: the line must cross an unlocked instance from side to side.</source>
        <translation>Rien n&apos;a été coupé : la ligne doit traverser de part en part une instance non verrouillée.</translation>
    </message>
    <message>
        <source>Draw a line across %1 to cut it; Shift keeps the line straight</source>
        <translation>Tracer une ligne à travers %1 pour couper ; Maj la garde droite</translation>
    </message>
    <message>
        <source>Draw a line across an instance to cut it; Shift keeps the line straight</source>
        <translation>Tracer une ligne à travers une instance pour la couper ; Maj la garde droite</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>Line that cuts</source>
        <translation>Ligne qui coupe</translation>
    </message>
    <message>
        <source>Hold Shift</source>
        <translation>Maintenir Maj</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>Ligne droite</translation>
    </message>
</context>
<context>
    <name>DragTool</name>
    <message>
        <source>Drag round the pixels. %1</source>
        <translation>Glisser autour des pixels. %1</translation>
    </message>
    <message>
        <source>Drag a box. %1</source>
        <translation>Tracer un rectangle. %1</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>Adds the pixels inside</source>
        <translation>Ajoute les pixels à l&apos;intérieur</translation>
    </message>
    <message>
        <source>Alt+drag</source>
        <translation>Alt+glisser</translation>
    </message>
    <message>
        <source>Takes them away</source>
        <translation>Les retire</translation>
    </message>
</context>
<context>
    <name>MaskTool</name>
    <message>
        <source>This instance is locked. Unlock it with Ctrl+L to change it.</source>
        <translation>Cette instance est verrouillée. Déverrouillez-la avec Ctrl+L pour la modifier.</translation>
    </message>
    <message>
        <source>Add to %1</source>
        <translation>Ajouter à %1</translation>
    </message>
    <message>
        <source>Take from %1</source>
        <translation>Retirer de %1</translation>
    </message>
    <message>
        <source>Takes from %1</source>
        <translation>Retire de %1</translation>
    </message>
    <message>
        <source>Adds to %1</source>
        <translation>Ajoute à %1</translation>
    </message>
    <message>
        <source>Edits the mask it begins in</source>
        <translation>Modifie le masque où il commence</translation>
    </message>
    <message>
        <source>Begin inside a mask to take from it</source>
        <translation>Commencer dans un masque pour en retirer</translation>
    </message>
    <message>
        <source>Makes a new %1</source>
        <translation>Crée un nouveau %1</translation>
    </message>
</context>
<context>
    <name>PointTool</name>
    <message>
        <source>No model that answers clicks is loaded. Brush and eraser work without one.</source>
        <translation>Aucun modèle répondant aux clics n&apos;est chargé. Le pinceau et la gomme s&apos;en passent.</translation>
    </message>
    <message>
        <source>This instance is locked. Unlock it with Ctrl+L to correct it.</source>
        <translation>Cette instance est verrouillée. Déverrouillez-la avec Ctrl+L pour la corriger.</translation>
    </message>
    <message>
        <source>Click on the object first; the right button then takes parts away.</source>
        <translation>Cliquez d&apos;abord sur l&apos;objet ; le bouton droit en retire ensuite des parties.</translation>
    </message>
    <message>
        <source>Select the instance to tidy first.</source>
        <translation>Sélectionnez d&apos;abord l&apos;instance à soigner.</translation>
    </message>
    <message>
        <source>The model found nothing there. Try a point nearer the middle, or drag a box.</source>
        <translation>Le modèle n&apos;a rien trouvé là. Essayez un point plus près du milieu ou tracez un cadre.</translation>
    </message>
    <message>
        <source>Box on %1</source>
        <translation>Cadre sur %1</translation>
    </message>
    <message>
        <source>Point on %1</source>
        <translation>Point sur %1</translation>
    </message>
    <message>
        <source>Tidy %1</source>
        <translation>Soigner %1</translation>
    </message>
    <message>
        <source>Asking the model …</source>
        <translation>Le modèle est interrogé …</translation>
    </message>
    <message>
        <source>Shape %1 of %2, score %3: Tab shows the next; a click corrects it</source>
        <translation>Forme %1 sur %2, score %3 : Tab montre la suivante ; un clic la corrige</translation>
    </message>
    <message>
        <source>Left click adds to %1, right click takes away, drag draws its box, Ctrl+drag a scribble</source>
        <translation>Le clic gauche ajoute à %1, le droit retire, glisser trace son cadre, Ctrl+glisser un gribouillis</translation>
    </message>
    <message>
        <source>Click on an object or drag its box: a new %1</source>
        <translation>Cliquez sur un objet ou tracez son cadre : une nouvelle instance de %1</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>This belongs to it</source>
        <translation>Ceci en fait partie</translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation>Clic droit</translation>
    </message>
    <message>
        <source>This does not</source>
        <translation>Ceci non</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>Box around it</source>
        <translation>Cadre autour</translation>
    </message>
    <message>
        <source>Ctrl+drag</source>
        <translation>Ctrl+glisser</translation>
    </message>
    <message>
        <source>Scribble: points along the line</source>
        <translation>Gribouillage : points le long du trait</translation>
    </message>
    <message>
        <source>Right-drag</source>
        <translation>Glisser à droite</translation>
    </message>
    <message>
        <source>Scribble on what does not belong to it</source>
        <translation>Gribouillage sur ce qui n&apos;en fait pas partie</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Another shape for the same click</source>
        <translation>Autre forme pour le même clic</translation>
    </message>
</context>
<context>
    <name>PolygonTool</name>
    <message>
        <source>A polygon needs three corners. Click on, or press Esc.</source>
        <translation>Un polygone a besoin de trois coins. Continuez à cliquer ou appuyez sur Échap.</translation>
    </message>
    <message>
        <source>Enter or a double-click closes the shape, Backspace takes the last corner back</source>
        <translation>Entrée ou un double-clic ferme la forme, Retour arrière retire le dernier coin</translation>
    </message>
    <message>
        <source>Click corner after corner. %1</source>
        <translation>Cliquer coin après coin. %1</translation>
    </message>
    <message>
        <source>Click along an edge; the line follows it. %1</source>
        <translation>Cliquer le long d&apos;un bord ; la ligne le suit. %1</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Next corner; Alt at the first one takes away</source>
        <translation>Coin suivant ; Alt au premier retire</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>Moves a corner</source>
        <translation>Déplace un coin</translation>
    </message>
    <message>
        <source>Enter, double-click</source>
        <translation>Entrée, double-clic</translation>
    </message>
    <message>
        <source>Closes the shape</source>
        <translation>Ferme la forme</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Takes the last corner back</source>
        <translation>Retire le dernier coin</translation>
    </message>
    <message>
        <source>Hold Ctrl</source>
        <translation>Maintenir Ctrl</translation>
    </message>
    <message>
        <source>No snapping to other borders</source>
        <translation>Pas d&apos;aimantation aux autres bords</translation>
    </message>
</context>
<context>
    <name>SelectTool</name>
    <message>
        <source>Click accepts this proposal, X rejects it</source>
        <translation>Un clic accepte cette proposition, X la rejette</translation>
    </message>
    <message>
        <source>Click selects, again selects what lies below; drag selects several</source>
        <translation>Un clic sélectionne, un autre ce qui est dessous ; glisser en sélectionne plusieurs</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Select; again: the instance below</source>
        <translation>Sélectionner ; encore : l&apos;instance dessous</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Maj+clic</translation>
    </message>
    <message>
        <source>Select one more</source>
        <translation>En sélectionner une de plus</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>Select all inside the band</source>
        <translation>Sélectionner tout ce qui est dans le cadre</translation>
    </message>
    <message>
        <source>Click a proposal</source>
        <translation>Clic sur une proposition</translation>
    </message>
    <message>
        <source>Accept it</source>
        <translation>L&apos;accepter</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Double-clic</translation>
    </message>
    <message>
        <source>Zoom to the instance</source>
        <translation>Zoomer sur l&apos;instance</translation>
    </message>
    <message>
        <source>Alt+wheel</source>
        <translation>Alt+molette</translation>
    </message>
    <message>
        <source>Walk down and up through what lies there</source>
        <translation>Parcourir ce qui s’y trouve, de haut en bas</translation>
    </message>
</context>
<context>
    <name>Tool</name>
    <message>
        <source>Click or drag</source>
        <translation>Clic ou glisser</translation>
    </message>
    <message>
        <source>object</source>
        <translation>objet</translation>
    </message>
</context>
<context>
    <name>VertexTool</name>
    <message>
        <source>Delete vertex of %1</source>
        <translation>Supprimer un sommet de %1</translation>
    </message>
    <message>
        <source>Move vertices of %1</source>
        <translation>Déplacer des sommets de %1</translation>
    </message>
    <message>
        <source>Delete vertices of %1</source>
        <translation>Supprimer des sommets de %1</translation>
    </message>
    <message>
        <source>Click an instance to edit its outline</source>
        <translation>Cliquer une instance pour modifier son contour</translation>
    </message>
    <message>
        <source>Chosen vertices: %1. A drag moves them, Delete removes them</source>
        <translation>Sommets choisis : %1. Glisser les déplace, Suppr les supprime</translation>
    </message>
    <message>
        <source>Drag a vertex, or the line to add one; Alt-click removes; drag a box to choose</source>
        <translation>Glisser un sommet, ou la ligne pour en ajouter un ; Alt-clic supprime ; un rectangle choisit</translation>
    </message>
    <message>
        <source>Tracing the outline …</source>
        <translation>Tracé du contour …</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>Moves vertices, or adds one on the line</source>
        <translation>Déplace des sommets ou en ajoute un sur la ligne</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+clic</translation>
    </message>
    <message>
        <source>Removes a vertex</source>
        <translation>Supprime un sommet</translation>
    </message>
    <message>
        <source>Drag beside</source>
        <translation>Glisser à côté</translation>
    </message>
    <message>
        <source>Chooses those in a box</source>
        <translation>Choisit ceux d&apos;un rectangle</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Removes the chosen ones</source>
        <translation>Supprime les choisis</translation>
    </message>
</context>
<context>
    <name>WandTool</name>
    <message>
        <source>Drag right for more, left for less: tolerance %1</source>
        <translation>À droite plus, à gauche moins : tolérance %1</translation>
    </message>
    <message>
        <source>Click takes similar pixels (tolerance %1), a drag sets how similar. %2</source>
        <translation>Un clic prend les pixels semblables (tolérance %1), glisser règle la ressemblance. %2</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>Adds similar pixels</source>
        <translation>Ajoute les pixels semblables</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>Sets how similar</source>
        <translation>Règle la ressemblance</translation>
    </message>
    <message>
        <source>Alt+click</source>
        <translation>Alt+clic</translation>
    </message>
    <message>
        <source>Takes them away</source>
        <translation>Les retire</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Open &amp;folder …</source>
        <translation>&amp;Ouvrir un dossier …</translation>
    </message>
    <message>
        <source>Label the images of a folder</source>
        <translation>Annoter les images d&apos;un dossier</translation>
    </message>
    <message>
        <source>Open &amp;project …</source>
        <translation>Ouvrir &amp;un projet …</translation>
    </message>
    <message>
        <source>Open a .maskwright file</source>
        <translation>Ouvrir un fichier .maskwright</translation>
    </message>
    <message>
        <source>Add &amp;images …</source>
        <translation>&amp;Ajouter des images …</translation>
    </message>
    <message>
        <source>Add image files to the project</source>
        <translation>Ajouter des fichiers image au projet</translation>
    </message>
    <message>
        <source>Open &amp;demo project</source>
        <translation>Ouvrir &amp;le projet de démonstration</translation>
    </message>
    <message>
        <source>Pictures to try everything on</source>
        <translation>Des images pour tout essayer</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Reprendre la dernière modification</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>Make the change again</source>
        <translation>Refaire la modification</translation>
    </message>
    <message>
        <source>&amp;Delete instance</source>
        <translation>&amp;Supprimer l&apos;instance</translation>
    </message>
    <message>
        <source>Delete what is selected</source>
        <translation>Supprimer la sélection</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Tout sélectionner</translation>
    </message>
    <message>
        <source>All of the current label; again: all</source>
        <translation>Toutes celles de la classe courante ; encore : toutes</translation>
    </message>
    <message>
        <source>Select &amp;none</source>
        <translation>&amp;Ne rien sélectionner</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>R&amp;ejeter</translation>
    </message>
    <message>
        <source>Reject the proposal or instance under the pointer</source>
        <translation>Rejeter la proposition ou l&apos;instance sous le pointeur</translation>
    </message>
    <message>
        <source>&amp;Fill holes</source>
        <translation>&amp;Remplir les trous</translation>
    </message>
    <message>
        <source>Fill the holes of what is selected</source>
        <translation>Remplir les trous de la sélection</translation>
    </message>
    <message>
        <source>Keep the &amp;largest part</source>
        <translation>&amp;Garder la plus grande partie</translation>
    </message>
    <message>
        <source>Drop the islands of what is selected</source>
        <translation>Retirer les îlots de la sélection</translation>
    </message>
    <message>
        <source>&amp;Grow by a pixel</source>
        <translation>Élargir &amp;d&apos;un pixel</translation>
    </message>
    <message>
        <source>&amp;Lock or unlock</source>
        <translation>&amp;Verrouiller ou déverrouiller</translation>
    </message>
    <message>
        <source>A locked instance can&apos;t be changed</source>
        <translation>Une instance verrouillée ne peut pas être modifiée</translation>
    </message>
    <message>
        <source>&amp;Hide or show</source>
        <translation>&amp;Masquer ou afficher</translation>
    </message>
    <message>
        <source>Hide what is selected</source>
        <translation>Masquer la sélection</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Sélectionner</translation>
    </message>
    <message>
        <source>Pick instances; click again for the one below</source>
        <translation>Choisir des instances ; un autre clic prend celle du dessous</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinceau</translation>
    </message>
    <message>
        <source>Paint on the selected instance, or a new one; Alt erases</source>
        <translation>Peindre sur l&apos;instance choisie ou une nouvelle ; Alt efface</translation>
    </message>
    <message>
        <source>&amp;Eraser</source>
        <translation>G&amp;omme</translation>
    </message>
    <message>
        <source>Erase from the selected instance; Alt paints</source>
        <translation>Effacer dans l&apos;instance choisie ; Alt peint</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>Po&amp;ints</translation>
    </message>
    <message>
        <source>Click what belongs to one instance, right-click what doesn&apos;t, or drag its box</source>
        <translation>Cliquez ce qui fait partie d&apos;une instance, clic droit ce qui n&apos;en est pas, ou tracez son cadre</translation>
    </message>
    <message>
        <source>E&amp;xemplar box</source>
        <translation>&amp;Cadre d&apos;exemple</translation>
    </message>
    <message>
        <source>Drag round one example to find all like it; Alt-drag: not like this</source>
        <translation>Tracez autour d&apos;un exemple pour trouver tous ses semblables ; avec Alt : pas comme cela</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Pinceau plus grand</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Pinceau plus petit</translation>
    </message>
    <message>
        <source>&amp;Phrase</source>
        <translation>&amp;Expression</translation>
    </message>
    <message>
        <source>Type what to find in the image</source>
        <translation>Tapez ce qu&apos;il faut trouver dans l&apos;image</translation>
    </message>
    <message>
        <source>&amp;Find again</source>
        <translation>Chercher à &amp;nouveau</translation>
    </message>
    <message>
        <source>Ask the model once more with the present phrase and boxes</source>
        <translation>Interroger encore le modèle avec l&apos;expression et les cadres actuels</translation>
    </message>
    <message>
        <source>Accept and go &amp;on</source>
        <translation>Acce&amp;pter et continuer</translation>
    </message>
    <message>
        <source>&amp;Drop proposals</source>
        <translation>Abandonner &amp;les propositions</translation>
    </message>
    <message>
        <source>Forget what the model found</source>
        <translation>Oublier ce que le modèle a trouvé</translation>
    </message>
    <message>
        <source>&amp;Tidy with the model</source>
        <translation>&amp;Soigner avec le modèle</translation>
    </message>
    <message>
        <source>The model redraws the selected instance from its present mask</source>
        <translation>Le modèle redessine l&apos;instance choisie à partir de son masque actuel</translation>
    </message>
    <message>
        <source>Pre&amp;view clicks</source>
        <translation>Aperçu &amp;des clics</translation>
    </message>
    <message>
        <source>Show what a click would give while the pointer rests</source>
        <translation>Montrer ce qu&apos;un clic donnerait quand le pointeur est immobile</translation>
    </message>
    <message>
        <source>Open &amp;model …</source>
        <translation>&amp;Ouvrir un modèle …</translation>
    </message>
    <message>
        <source>Load another model file</source>
        <translation>Charger un autre fichier de modèle</translation>
    </message>
    <message>
        <source>&amp;Get a model …</source>
        <translation>Obtenir &amp;un modèle …</translation>
    </message>
    <message>
        <source>Download, import or choose a model</source>
        <translation>Télécharger, importer ou choisir un modèle</translation>
    </message>
    <message>
        <source>&amp;Stop the model</source>
        <translation>Arrêter le &amp;modèle</translation>
    </message>
    <message>
        <source>Stop what the model is doing</source>
        <translation>Arrêter ce que fait le modèle</translation>
    </message>
    <message>
        <source>&amp;Previous image</source>
        <translation>&amp;Image précédente</translation>
    </message>
    <message>
        <source>&amp;Next image</source>
        <translation>Image &amp;suivante</translation>
    </message>
    <message>
        <source>Ten images back</source>
        <translation>Dix images en arrière</translation>
    </message>
    <message>
        <source>Ten images on</source>
        <translation>Dix images en avant</translation>
    </message>
    <message>
        <source>Next &amp;instance</source>
        <translation>I&amp;nstance suivante</translation>
    </message>
    <message>
        <source>Select the next instance and zoom to it</source>
        <translation>Sélectionner l&apos;instance suivante et zoomer dessus</translation>
    </message>
    <message>
        <source>Previous instance</source>
        <translation>Instance précédente</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>&amp;Ajuster à la fenêtre</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>One image pixel for each pixel of the screen</source>
        <translation>Un pixel d&apos;image pour chaque pixel de l&apos;écran</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>&amp;Zoomer sur la sélection</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Z&amp;oom arrière</translation>
    </message>
    <message>
        <source>Next &amp;view mode</source>
        <translation>&amp;Mode de vue suivant</translation>
    </message>
    <message>
        <source>Overlay, outlines, masks only, cut-out</source>
        <translation>Superposition, contours, masques seuls, détourage</translation>
    </message>
    <message>
        <source>Stronger fill</source>
        <translation>Remplissage plus fort</translation>
    </message>
    <message>
        <source>Weaker fill</source>
        <translation>Remplissage plus léger</translation>
    </message>
    <message>
        <source>Hide all masks while the key is down</source>
        <translation>Masquer tous les masques tant que la touche est enfoncée</translation>
    </message>
    <message>
        <source>&amp;Canvas only</source>
        <translation>Zone &amp;d&apos;image seule</translation>
    </message>
    <message>
        <source>Hide all panels</source>
        <translation>Masquer tous les panneaux</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Comme le système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>C&amp;lair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>Masks may o&amp;verlap</source>
        <translation>&amp;Les masques peuvent se recouvrir</translation>
    </message>
    <message>
        <source>Strokes leave other instances alone</source>
        <translation>Les traits ne touchent pas aux autres instances</translation>
    </message>
    <message>
        <source>Strokes stop at other instances</source>
        <translation>Les traits s&apos;arrêtent aux autres instances</translation>
    </message>
    <message>
        <source>Take from &amp;others</source>
        <translation>Prendre &amp;aux autres</translation>
    </message>
    <message>
        <source>Strokes take pixels from other instances</source>
        <translation>Les traits prennent des pixels aux autres instances</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stroke, then proposals, then the model&apos;s run, then the selection</source>
        <translation>Le trait, puis les propositions, puis le calcul du modèle, puis la sélection</translation>
    </message>
    <message>
        <source>Find a &amp;command …</source>
        <translation>&amp;Trouver une commande …</translation>
    </message>
    <message>
        <source>Run any command by its name</source>
        <translation>Lancer une commande par son nom</translation>
    </message>
    <message>
        <source>&amp;Keys at a glance</source>
        <translation>Touches &amp;en un coup d&apos;œil</translation>
    </message>
    <message>
        <source>The keys of the present tool; once more: all keys</source>
        <translation>Les touches de l&apos;outil actuel ; encore : toutes</translation>
    </message>
    <message>
        <source>K&amp;eyboard …</source>
        <translation>&amp;Clavier …</translation>
    </message>
    <message>
        <source>Look up and change keys, or take those of another program</source>
        <translation>Consulter et changer les touches, ou prendre celles d&apos;un autre programme</translation>
    </message>
    <message>
        <source>&amp;About Maskwright</source>
        <translation>À &amp;propos de Maskwright</translation>
    </message>
    <message>
        <source>Give label %1</source>
        <translation>Donner la classe %1</translation>
    </message>
    <message>
        <source>Label what is selected, and what is drawn next</source>
        <translation>Classe de la sélection et de ce qui sera dessiné ensuite</translation>
    </message>
    <message>
        <source>Find label %1</source>
        <translation>Chercher la classe %1</translation>
    </message>
    <message>
        <source>Find everything of that label in the image</source>
        <translation>Trouver tout ce qui est de cette classe dans l&apos;image</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>impossible pour l&apos;instant</translation>
    </message>
    <message>
        <source>Colour by &amp;label</source>
        <translation>&amp;Couleur selon la classe</translation>
    </message>
    <message>
        <source>Colour by &amp;instance</source>
        <translation>Couleur &amp;selon l&apos;instance</translation>
    </message>
    <message>
        <source>Colour by &amp;score</source>
        <translation>Couleur selon &amp;le score</translation>
    </message>
    <message>
        <source>Colour by s&amp;ource</source>
        <translation>Couleur selon l&apos;&amp;origine</translation>
    </message>
    <message>
        <source>By hand, by a prompt, by a run, imported</source>
        <translation>À la main, par une requête, par un passage, importée</translation>
    </message>
    <message>
        <source>Colour by s&amp;tate</source>
        <translation>Co&amp;uleur selon l&apos;état</translation>
    </message>
    <message>
        <source>Automatic, corrected, accepted</source>
        <translation>Automatique, corrigée, acceptée</translation>
    </message>
    <message>
        <source>&amp;Patterns</source>
        <translation>&amp;Motifs</translation>
    </message>
    <message>
        <source>Labels differ in the pattern of their fill as well</source>
        <translation>Les classes se distinguent aussi par le motif de leur remplissage</translation>
    </message>
    <message>
        <source>Colour-&amp;blind-safe labels</source>
        <translation>Classes &amp;adaptées au daltonisme</translation>
    </message>
    <message>
        <source>Give the labels colours that everybody can tell apart</source>
        <translation>Donner aux classes des couleurs que tout le monde distingue</translation>
    </message>
    <message>
        <source>&amp;Mini-map</source>
        <translation>Mini-&amp;carte</translation>
    </message>
    <message>
        <source>The whole picture in a corner; click to go there</source>
        <translation>Toute l&apos;image dans un coin ; un clic y mène</translation>
    </message>
    <message>
        <source>&amp;Rulers</source>
        <translation>&amp;Règles</translation>
    </message>
    <message>
        <source>In pixels of the image</source>
        <translation>En pixels de l&apos;image</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>C&amp;ontraste élevé</translation>
    </message>
    <message>
        <source>White on black, with a line round everything</source>
        <translation>Blanc sur noir, avec un trait autour de tout</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Texte plus grand</translation>
    </message>
    <message>
        <source>In the whole window</source>
        <translation>Dans toute la fenêtre</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Texte &amp;plus petit</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>Texte &amp;normal</translation>
    </message>
    <message>
        <source>As large as the system says</source>
        <translation>De la taille fixée par le système</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>&amp;Annoter</translation>
    </message>
    <message>
        <source>Panels for labelling</source>
        <translation>Panneaux pour annoter</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>Panels for review: the images as a list</source>
        <translation>Panneaux pour vérifier : les images en liste</translation>
    </message>
    <message>
        <source>&amp;Video</source>
        <translation>V&amp;idéo</translation>
    </message>
    <message>
        <source>Panels for video: the images as a film strip</source>
        <translation>Panneaux pour la vidéo : les images en bande</translation>
    </message>
    <message>
        <source>Bring &amp;panels back</source>
        <translation>&amp;Ramener les panneaux</translation>
    </message>
    <message>
        <source>Every panel in its first place</source>
        <translation>Chaque panneau à sa place d&apos;origine</translation>
    </message>
    <message>
        <source>Shri&amp;nk by a pixel</source>
        <translation>Rétrécir d&apos;&amp;un pixel</translation>
    </message>
    <message>
        <source>Show &amp;alone</source>
        <translation>&amp;Montrer seul</translation>
    </message>
    <message>
        <source>Hide everything but what is selected; again: show all</source>
        <translation>Masquer tout sauf la sélection ; encore : tout montrer</translation>
    </message>
    <message>
        <source>Sho&amp;w all</source>
        <translation>&amp;Tout montrer</translation>
    </message>
    <message>
        <source>Show what is hidden in this image</source>
        <translation>Montrer ce qui est masqué dans cette image</translation>
    </message>
    <message>
        <source>Hide or show label</source>
        <translation>Masquer ou afficher la classe</translation>
    </message>
    <message>
        <source>All instances of the current label in this image</source>
        <translation>Toutes les instances de la classe courante dans cette image</translation>
    </message>
    <message>
        <source>Lock or unlock label</source>
        <translation>Verrouiller ou déverrouiller la classe</translation>
    </message>
    <message>
        <source>Show label alone</source>
        <translation>Montrer la classe seule</translation>
    </message>
    <message>
        <source>Hide what is not of the current label; again: show all</source>
        <translation>Masquer ce qui n&apos;est pas de la classe courante ; encore : tout montrer</translation>
    </message>
    <message>
        <source>&amp;Group</source>
        <translation>&amp;Grouper</translation>
    </message>
    <message>
        <source>What is selected belongs together</source>
        <translation>La sélection va ensemble</translation>
    </message>
    <message>
        <source>&amp;Ungroup</source>
        <translation>&amp;Dégrouper</translation>
    </message>
    <message>
        <source>What is selected belongs to no group</source>
        <translation>La sélection n&apos;est dans aucun groupe</translation>
    </message>
    <message>
        <source>Many instances that nobody told apart; exported as such</source>
        <translation>De nombreuses instances non séparées ; exportées comme telles</translation>
    </message>
    <message>
        <source>&amp;Pick a label</source>
        <translation>&amp;Choisir une classe</translation>
    </message>
    <message>
        <source>Letters find it; Enter gives it to what is selected</source>
        <translation>Les lettres la trouvent ; Entrée la donne à la sélection</translation>
    </message>
    <message>
        <source>&amp;Merge or delete labels …</source>
        <translation>&amp;Fusionner ou supprimer des classes …</translation>
    </message>
    <message>
        <source>Over the whole data set, as one step</source>
        <translation>Dans tout le jeu de données, en une étape</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtre</translation>
    </message>
    <message>
        <source>Type which images and instances to list</source>
        <translation>Tapez quelles images et instances lister</translation>
    </message>
    <message>
        <source>&amp;Zoom in</source>
        <translation>Zoom a&amp;vant</translation>
    </message>
    <message>
        <source>P&amp;eek</source>
        <translation>Voir d&amp;essous</translation>
    </message>
    <message>
        <source>Pro&amp;tect others</source>
        <translation>Pro&amp;téger les autres</translation>
    </message>
    <message>
        <source>C&amp;rowd region</source>
        <translation>&amp;Zone de foule</translation>
    </message>
    <message>
        <source>Make a &amp;checkpoint</source>
        <translation>Créer un point de contrôle</translation>
    </message>
    <message>
        <source>Keep this state; work is saved by itself all the time</source>
        <translation>Garder cet état ; le travail est enregistré tout seul en continu</translation>
    </message>
    <message>
        <source>&amp;Backups and checkpoints …</source>
        <translation>Sauvegardes et points de contrôle …</translation>
    </message>
    <message>
        <source>Go back to an earlier state, as a new project</source>
        <translation>Revenir à un état antérieur, comme nouveau projet</translation>
    </message>
    <message>
        <source>Grow by …</source>
        <translation>Étendre de …</translation>
    </message>
    <message>
        <source>Grow what is selected by a number of pixels, shown before it is stored</source>
        <translation>Étend la sélection d&apos;un nombre de pixels, montré avant d&apos;être enregistré</translation>
    </message>
    <message>
        <source>Shrink by …</source>
        <translation>Réduire de …</translation>
    </message>
    <message>
        <source>Shrink what is selected by a number of pixels</source>
        <translation>Réduit la sélection d&apos;un nombre de pixels</translation>
    </message>
    <message>
        <source>Smooth by …</source>
        <translation>Lisser de …</translation>
    </message>
    <message>
        <source>Round corners and drop threads thinner than the number</source>
        <translation>Arrondit les coins et retire les fils plus fins que le nombre</translation>
    </message>
    <message>
        <source>Fill small holes …</source>
        <translation>Remplir les petits trous …</translation>
    </message>
    <message>
        <source>Fill the holes of fewer pixels than the number</source>
        <translation>Remplit les trous de moins de pixels que le nombre</translation>
    </message>
    <message>
        <source>Drop small islands …</source>
        <translation>Retirer les petits îlots …</translation>
    </message>
    <message>
        <source>Drop the parts of fewer pixels than the number</source>
        <translation>Retire les parties de moins de pixels que le nombre</translation>
    </message>
    <message>
        <source>Simplify …</source>
        <translation>Simplifier …</translation>
    </message>
    <message>
        <source>A border of fewer vertices; tells the overlap and the largest error before it is stored</source>
        <translation>Un bord de moins de sommets ; donne le recouvrement et la plus grande erreur avant l&apos;enregistrement</translation>
    </message>
    <message>
        <source>Split parts</source>
        <translation>Séparer les parties</translation>
    </message>
    <message>
        <source>Every part becomes an instance; the largest keeps the id</source>
        <translation>Chaque partie devient une instance ; la plus grande garde l&apos;id</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>One instance of all selected; the first one keeps its id</source>
        <translation>Une instance de toutes les sélectionnées ; la première garde son id</translation>
    </message>
    <message>
        <source>Subtract</source>
        <translation>Soustraire</translation>
    </message>
    <message>
        <source>Take the other selected instances from the first one</source>
        <translation>Retire de la première les autres sélectionnées</translation>
    </message>
    <message>
        <source>Intersect</source>
        <translation>Intersection</translation>
    </message>
    <message>
        <source>Keep of the first one what all selected share; the others go</source>
        <translation>Garde de la première ce que toutes partagent ; les autres disparaissent</translation>
    </message>
    <message>
        <source>Exclude overlap</source>
        <translation>Exclure le recouvrement</translation>
    </message>
    <message>
        <source>Keep what an odd number of the selected has; the others go</source>
        <translation>Garde ce qu&apos;un nombre impair d&apos;entre elles possède ; les autres disparaissent</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Copies of what is selected, a little aside</source>
        <translation>Copies de la sélection, un peu à côté</translation>
    </message>
    <message>
        <source>Copy instances</source>
        <translation>Copier les instances</translation>
    </message>
    <message>
        <source>To the clipboard, as text</source>
        <translation>Vers le presse-papiers, comme texte</translation>
    </message>
    <message>
        <source>Paste instances</source>
        <translation>Coller les instances</translation>
    </message>
    <message>
        <source>From the clipboard, at the same pixels</source>
        <translation>Du presse-papiers, aux mêmes pixels</translation>
    </message>
    <message>
        <source>Copy to the next image</source>
        <translation>Copier vers l&apos;image suivante</translation>
    </message>
    <message>
        <source>Copies of what is selected on the next image</source>
        <translation>Copies de la sélection sur l&apos;image suivante</translation>
    </message>
    <message>
        <source>Interpolate to here</source>
        <translation>Interpoler jusqu&apos;ici</translation>
    </message>
    <message>
        <source>Masks for the images between the last one with this label and this one</source>
        <translation>Masques pour les images entre la dernière avec cette étiquette et celle-ci</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Drag round pixels to add them; Alt takes them away</source>
        <translation>Glisser autour des pixels pour les ajouter ; Alt les retire</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <source>Click corners, Enter closes; Alt takes away</source>
        <translation>Cliquer les coins, Entrée ferme ; Alt retire</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Drag a box to add its pixels; Alt takes them away</source>
        <translation>Tracer un rectangle pour ajouter ses pixels ; Alt les retire</translation>
    </message>
    <message>
        <source>Magic wand</source>
        <translation>Baguette magique</translation>
    </message>
    <message>
        <source>Click takes similar pixels, a drag sets how similar; Alt takes away</source>
        <translation>Un clic prend les pixels semblables, glisser règle la ressemblance ; Alt retire</translation>
    </message>
    <message>
        <source>Smart scissors</source>
        <translation>Ciseaux intelligents</translation>
    </message>
    <message>
        <source>Click along an edge; the line follows it</source>
        <translation>Cliquer le long d&apos;un bord ; la ligne le suit</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Couper</translation>
    </message>
    <message>
        <source>Draw a line across an instance to cut it</source>
        <translation>Tracer une ligne à travers une instance pour la couper</translation>
    </message>
    <message>
        <source>Vertices</source>
        <translation>Sommets</translation>
    </message>
    <message>
        <source>Move, add and remove the corners of an outline</source>
        <translation>Déplacer, ajouter et retirer les coins d&apos;un contour</translation>
    </message>
    <message>
        <source>Ask about others</source>
        <translation>Demander pour les autres</translation>
    </message>
    <message>
        <source>After a stroke over other instances, ask what it takes</source>
        <translation>Après un trait sur d&apos;autres instances, demander ce qu&apos;il prend</translation>
    </message>
    <message>
        <source>Take what the stroke covers</source>
        <translation>Prendre ce que le trait couvre</translation>
    </message>
    <message>
        <source>The answer when a stroke covers other instances</source>
        <translation>La réponse quand un trait couvre d&apos;autres instances</translation>
    </message>
    <message>
        <source>Image &amp;tags …</source>
        <translation>Éti&amp;quettes de l’image …</translation>
    </message>
    <message>
        <source>Words for the whole image, such as night; the filter finds them</source>
        <translation>Des mots pour toute l’image, comme nuit ; le filtre les trouve</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Accepter</translation>
    </message>
    <message>
        <source>Proposals that pass the threshold become instances; while reviewing: this one is right</source>
        <translation>Les propositions au-dessus du seuil deviennent des instances ; pendant la vérification : celle-ci est juste</translation>
    </message>
    <message>
        <source>Accept, then open the next image; while reviewing: all that wait in this one</source>
        <translation>Accepter, puis ouvrir l’image suivante ; pendant la vérification : tout ce qui attend dans celle-ci</translation>
    </message>
    <message>
        <source>&amp;Review what waits</source>
        <translation>&amp;Vérifier ce qui attend</translation>
    </message>
    <message>
        <source>What nobody has looked at, the most doubtful first; Enter accepts, X rejects, a digit gives a label, Tab skips</source>
        <translation>Ce que personne n’a regardé, le plus douteux d’abord ; Entrée accepte, X rejette, un chiffre donne une classe, Tab passe</translation>
    </message>
    <message>
        <source>Accept a&amp;bove …</source>
        <translation>Accepter au-&amp;dessus de …</translation>
    </message>
    <message>
        <source>Everything that waits from a score on, after the count and a sample; one step</source>
        <translation>Tout ce qui attend à partir d’un score, après le compte et un échantillon ; une étape</translation>
    </message>
    <message>
        <source>&amp;Check the project …</source>
        <translation>&amp;Contrôler le projet …</translation>
    </message>
    <message>
        <source>Find duplicates, slivers, small holes and islands, overlaps, odd areas; repair them</source>
        <translation>Trouver doublons, éclats, petits trous et îlots, recouvrements, aires étranges ; les réparer</translation>
    </message>
    <message>
        <source>I&amp;mport …</source>
        <translation>I&amp;mporter …</translation>
    </message>
    <message>
        <source>Read labels and masks of COCO, YOLO, LabelMe and others</source>
        <translation>Lire les étiquettes et masques de COCO, YOLO, LabelMe et autres</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Exporter …</translation>
    </message>
    <message>
        <source>Write labels and masks for other programs, after a report of what is lost</source>
        <translation>Écrire les étiquettes et masques pour d&apos;autres programmes, après un rapport de ce qui est perdu</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Avancer</translation>
    </message>
    <message>
        <source>One layer up in the stack of masks</source>
        <translation>Un niveau plus haut dans la pile des masques</translation>
    </message>
    <message>
        <source>Move backward</source>
        <translation>Reculer</translation>
    </message>
    <message>
        <source>One layer down in the stack of masks</source>
        <translation>Un niveau plus bas dans la pile des masques</translation>
    </message>
    <message>
        <source>Previous unfinished image</source>
        <translation>Image à faire précédente</translation>
    </message>
    <message>
        <source>Nothing labelled there yet, or something waits for a look</source>
        <translation>Rien n’y est encore annoté, ou quelque chose attend un regard</translation>
    </message>
    <message>
        <source>Next unfinished image</source>
        <translation>Image à faire suivante</translation>
    </message>
    <message>
        <source>Zoom with Ctrl+wheel</source>
        <translation>Zoom avec Ctrl+molette</translation>
    </message>
    <message>
        <source>The wheel alone scrolls, with Shift sideways; off: the wheel alone zooms</source>
        <translation>La molette seule fait défiler, avec Maj de côté ; désactivé : la molette seule zoome</translation>
    </message>
    <message>
        <source>Auto-&amp;label all images …</source>
        <translation>Annoter automatiquement &amp;toutes les images …</translation>
    </message>
    <message>
        <source>Ask the model for several labels in every image, in the background; one step</source>
        <translation>Demander au modèle plusieurs étiquettes dans chaque image, en arrière-plan ; une seule étape</translation>
    </message>
    <message>
        <source>&amp;Repeat the last export</source>
        <translation>&amp;Répéter le dernier export</translation>
    </message>
    <message>
        <source>Write the same again, at once if nothing more is lost than the last report said</source>
        <translation>Écrire la même chose, tout de suite si rien de plus n&apos;est perdu que ce que disait le dernier rapport</translation>
    </message>
    <message>
        <source>Find label %1 in all images …</source>
        <translation>Chercher la classe %1 dans toutes les images …</translation>
    </message>
    <message>
        <source>Try that label on a few images, then run it on all of them</source>
        <translation>Essayer cette classe sur quelques images, puis sur toutes</translation>
    </message>
</context>
<context>
    <name>auto_label</name>
    <message>
        <source>Auto-label run</source>
        <translation>Étiquetage automatique</translation>
    </message>
    <message>
        <source>The auto-label run is in the project. Instances added: %1; images: %2.</source>
        <translation>L’annotation automatique est dans le projet. Instances ajoutées : %1 ; images : %2.</translation>
    </message>
    <message>
        <source>There already: %1.</source>
        <translation>Déjà présentes : %1.</translation>
    </message>
    <message>
        <source>Instances of earlier runs that gave way: %1.</source>
        <translation>Instances d’exécutions précédentes remplacées : %1.</translation>
    </message>
    <message>
        <source>Images left because they have instances: %1.</source>
        <translation>Images laissées parce qu’elles ont des instances : %1.</translation>
    </message>
    <message>
        <source>Images that have had this run before: %1.</source>
        <translation>Images qui ont déjà eu cette exécution : %1.</translation>
    </message>
    <message>
        <source>Images that could not be labelled: %1; the first is %2</source>
        <translation>Images qui n’ont pas pu être annotées : %1 ; la première est %2</translation>
    </message>
    <message>
        <source>An auto-label run of this project is not at its end. Images done: %1 of %2.</source>
        <translation>Une annotation automatique de ce projet n’est pas terminée. Images faites : %1 sur %2.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Put in what is found</source>
        <translation>Reprendre ce qui est trouvé</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Images that the run has labelled: %1. Forget what it has found?</source>
        <translation>Images que l’exécution a annotées : %1. Oublier ce qu’elle a trouvé ?</translation>
    </message>
    <message>
        <source>Discard the run</source>
        <translation>Abandonner l’exécution</translation>
    </message>
    <message>
        <source>Try those again</source>
        <translation>Réessayer celles-ci</translation>
    </message>
    <message>
        <source>a run is on</source>
        <translation>une exécution est en cours</translation>
    </message>
    <message>
        <source>the project is open to look at only</source>
        <translation>le projet est ouvert en consultation seule</translation>
    </message>
</context>
<context>
    <name>canvas</name>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrigée</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>acceptée</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejetée</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>à la main</translation>
    </message>
    <message>
        <source>by a prompt</source>
        <translation>par requête</translation>
    </message>
    <message>
        <source>by a run</source>
        <translation>par un passage</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importée</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>sans classe</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Fill holes</source>
        <translation>Remplir les trous</translation>
    </message>
    <message>
        <source>Keep the largest part</source>
        <translation>Garder la plus grande partie</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Élargir</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Rétrécir</translation>
    </message>
    <message>
        <source>Lock or unlock</source>
        <translation>Verrouiller ou déverrouiller</translation>
    </message>
    <message>
        <source>Hide or show</source>
        <translation>Masquer ou afficher</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>rien à annuler</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>rien à rétablir</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Annuler : %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Rétablir : %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>Réta&amp;blir</translation>
    </message>
    <message>
        <source>nothing is selected</source>
        <translation>rien n&apos;est sélectionné</translation>
    </message>
    <message>
        <source>this is the first image</source>
        <translation>c&apos;est la première image</translation>
    </message>
    <message>
        <source>this is the last image</source>
        <translation>c&apos;est la dernière image</translation>
    </message>
    <message>
        <source>Recolour labels</source>
        <translation>Recolorer les classes</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>Show alone</source>
        <translation>Montrer seul</translation>
    </message>
    <message>
        <source>Crowd region</source>
        <translation>Zone de foule</translation>
    </message>
    <message>
        <source>Hide or show label</source>
        <translation>Masquer ou afficher la classe</translation>
    </message>
    <message>
        <source>Lock or unlock label</source>
        <translation>Verrouiller ou déverrouiller la classe</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grouper</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Dégrouper</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>acceptée</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrigée</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejetée</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>Fixer l&apos;état</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>aucun projet n&apos;est ouvert</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Avancer</translation>
    </message>
    <message>
        <source>Move backward</source>
        <translation>Reculer</translation>
    </message>
</context>
<context>
    <name>core::Download</name>
    <message>
        <source>nothing came for %1 s</source>
        <translation>rien n&apos;est arrivé pendant %1 s</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 octets au lieu de %2</translation>
    </message>
    <message>
        <source>the server sent another piece than the one asked for</source>
        <translation>le serveur a envoyé un autre morceau que celui demandé</translation>
    </message>
    <message>
        <source>it can&apos;t continue</source>
        <translation>il ne peut pas reprendre</translation>
    </message>
    <message>
        <source>it sends from one address to the next without end</source>
        <translation>il renvoie sans fin d&apos;une adresse à l&apos;autre</translation>
    </message>
    <message>
        <source>it leads to an unprotected address</source>
        <translation>il mène à une adresse non protégée</translation>
    </message>
    <message>
        <source>%1 of %2 bytes came</source>
        <translation>%1 octets sur %2 sont arrivés</translation>
    </message>
</context>
<context>
    <name>core::ModelManager</name>
    <message>
        <source>Imported on %1.</source>
        <translation>Importé le %1.</translation>
    </message>
</context>
<context>
    <name>core::OpenProject</name>
    <message>
        <source>Add image</source>
        <translation>Ajouter une image</translation>
    </message>
    <message>
        <source>Add %1 images</source>
        <translation>Ajouter %1 images</translation>
    </message>
    <message>
        <source>The annotations of %1 images that were not visited could not be read.</source>
        <translation>Les annotations de %1 images non visitées n’ont pas pu être lues.</translation>
    </message>
</context>
<context>
    <name>core::ThreadedInferenceService</name>
    <message>
        <source>The image is not in memory any more; open it again and repeat the prompt.</source>
        <translation>L&apos;image n&apos;est plus en mémoire ; rouvrez-la et répétez la demande.</translation>
    </message>
</context>
<context>
    <name>core::TokenStore</name>
    <message>
        <source>it does not answer</source>
        <translation>il ne répond pas</translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message>
        <source>object</source>
        <translation>objet</translation>
    </message>
    <message>
        <source>Accept proposal</source>
        <translation>Accepter la proposition</translation>
    </message>
    <message>
        <source>Accept %1 proposals</source>
        <translation>Accepter %1 propositions</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>Nouvelle instance</translation>
    </message>
    <message>
        <source>Delete instance</source>
        <translation>Supprimer l&apos;instance</translation>
    </message>
    <message>
        <source>Delete %1 instances</source>
        <translation>Supprimer %1 instances</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Nouvelle classe</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>Supprimer la classe</translation>
    </message>
    <message>
        <source>Change label</source>
        <translation>Modifier la classe</translation>
    </message>
    <message>
        <source>Sort labels</source>
        <translation>Trier les classes</translation>
    </message>
    <message>
        <source>Change labels of %1 instances</source>
        <translation>Changer la classe de %1 instances</translation>
    </message>
    <message>
        <source>Duplicate instance</source>
        <translation>Dupliquer l&apos;instance</translation>
    </message>
    <message>
        <source>Duplicate %1 instances</source>
        <translation>Dupliquer %1 instances</translation>
    </message>
    <message>
        <source>Paste instance</source>
        <translation>Coller l&apos;instance</translation>
    </message>
    <message>
        <source>Paste %1 instances</source>
        <translation>Coller %1 instances</translation>
    </message>
    <message>
        <source>Image tags</source>
        <translation>Étiquettes de l’image</translation>
    </message>
</context>
<context>
    <name>gui::AcceptAboveDialog</name>
    <message>
        <source>Accept above a score</source>
        <translation>Accepter à partir d’un score</translation>
    </message>
    <message>
        <source>Score of at least</source>
        <translation>Score d’au moins</translation>
    </message>
    <message>
        <source>These would just pass:</source>
        <translation>Celles-ci passeraient de justesse :</translation>
    </message>
    <message>
        <source>Accept all of them</source>
        <translation>Tout accepter</translation>
    </message>
    <message>
        <source>%1 of %2 that wait would be accepted, as one step.</source>
        <translation>%1 sur %2 en attente seraient acceptées, en une étape.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Comptage …</translation>
    </message>
</context>
<context>
    <name>gui::AccessStep</name>
    <message>
        <source>2  Access</source>
        <translation>2  Accès</translation>
    </message>
    <message>
        <source>&amp;Keep token</source>
        <translation>&amp;Garder le jeton</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;L&apos;oublier</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Paste the token here</source>
        <translation>Collez le jeton ici</translation>
    </message>
    <message>
        <source>Where the token is</source>
        <translation>Où se trouve le jeton</translation>
    </message>
    <message>
        <source>Comes with the program.</source>
        <translation>Fourni avec le programme.</translation>
    </message>
    <message>
        <source>Free for everybody; no account is needed.</source>
        <translation>Libre pour tous ; aucun compte n&apos;est nécessaire.</translation>
    </message>
    <message>
        <source>No address is known. Import a file that you have.</source>
        <translation>Aucune adresse n&apos;est connue. Importez un fichier que vous avez.</translation>
    </message>
    <message>
        <source>Given on request: &lt;a href=&quot;%1&quot;&gt;ask on the model&apos;s page&lt;/a&gt;, then &lt;a href=&quot;%2&quot;&gt;make a token&lt;/a&gt; with read access.</source>
        <translation>Sur demande : &lt;a href=&quot;%1&quot;&gt;demandez sur la page du modèle&lt;/a&gt;, puis &lt;a href=&quot;%2&quot;&gt;créez un jeton&lt;/a&gt; avec accès en lecture.</translation>
    </message>
    <message>
        <source>A token for %1 is known.</source>
        <translation>Un jeton pour %1 est connu.</translation>
    </message>
    <message>
        <source>No token for %1 yet.</source>
        <translation>Pas encore de jeton pour %1.</translation>
    </message>
    <message>
        <source>That is no token: it has letters, digits and signs, and nothing between them.</source>
        <translation>Ce n&apos;est pas un jeton : il se compose de lettres, chiffres et signes, sans rien entre eux.</translation>
    </message>
    <message>
        <source>The token is in the system&apos;s keychain.</source>
        <translation>Le jeton est dans le trousseau du système.</translation>
    </message>
</context>
<context>
    <name>gui::AnnotationDock</name>
    <message>
        <source>Instances</source>
        <translation>Instances</translation>
    </message>
    <message>
        <source>Nothing labelled here yet.
Type a phrase, or paint with B.</source>
        <translation>Rien n&apos;est encore annoté ici.
Tapez une expression ou peignez avec B.</translation>
    </message>
    <message>
        <source>Instances  %1</source>
        <translation>Instances  %1</translation>
    </message>
    <message>
        <source>The filter hides all %1 of them.</source>
        <translation>Le filtre les masque toutes les %1.</translation>
    </message>
    <message>
        <source>Instances  %1 of %2</source>
        <translation>Instances  %1 sur %2</translation>
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
        <translation>corrigée</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejetée</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillée</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masquée</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>sans classe</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>faite à la main</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>acceptée</translation>
    </message>
    <message>
        <source>crowd</source>
        <translation>foule</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>main</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>requête</translation>
    </message>
    <message>
        <source>run: %1</source>
        <translation>passage : %1</translation>
    </message>
    <message>
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <source>%1, %2 pixels</source>
        <translation>%1, %2 pixels</translation>
    </message>
    <message>
        <source>found as “%1” %2</source>
        <translation>trouvée comme « %1 » %2</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>groupe %1</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>modifiée %1</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Aire</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attributs</translation>
    </message>
</context>
<context>
    <name>gui::AttributePanel</name>
    <message>
        <source>several values</source>
        <translation>plusieurs valeurs</translation>
    </message>
    <message>
        <source>“%1” is no number; %2 stays as it was.</source>
        <translation>« %1 » n&apos;est pas un nombre ; %2 reste inchangé.</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>Fixer %1</translation>
    </message>
</context>
<context>
    <name>gui::BackupsDialog</name>
    <message>
        <source>No copies yet. One is made each time the project is opened, and with Ctrl+S.</source>
        <translation>Pas encore de copies. Il s’en fait une à chaque ouverture du projet et avec Ctrl+S.</translation>
    </message>
    <message>
        <source>Backups and checkpoints</source>
        <translation>Sauvegardes et points de contrôle</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créée</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Compared with now</source>
        <translation>Comparé à maintenant</translation>
    </message>
    <message>
        <source>Copies of the project</source>
        <translation>Copies du projet</translation>
    </message>
    <message>
        <source>A copy is opened as a new project beside this one; nothing is replaced.</source>
        <translation>Une copie s’ouvre comme nouveau projet à côté de celui-ci ; rien n’est remplacé.</translation>
    </message>
    <message>
        <source>Open as a new project</source>
        <translation>Ouvrir comme nouveau projet</translation>
    </message>
    <message>
        <source>Name …</source>
        <translation>Nom …</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>il y a %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>il y a %1 jours</translation>
    </message>
    <message>
        <source>the same as now</source>
        <translation>comme maintenant</translation>
    </message>
    <message>
        <source>changes since: %1</source>
        <translation>changements depuis : %1</translation>
    </message>
    <message>
        <source>instances: %1</source>
        <translation>instances : %1</translation>
    </message>
    <message>
        <source>images: %1</source>
        <translation>images : %1</translation>
    </message>
    <message>
        <source>labels: %1</source>
        <translation>étiquettes : %1</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Point de contrôle</translation>
    </message>
    <message>
        <source>Checkpoint: %1</source>
        <translation>Point de contrôle : %1</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sauvegarde</translation>
    </message>
    <message>
        <source>comparing …</source>
        <translation>comparaison …</translation>
    </message>
    <message>
        <source>the project itself can&apos;t be read</source>
        <translation>le projet lui-même est illisible</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>endommagée</translation>
    </message>
    <message>
        <source>Name of the checkpoint</source>
        <translation>Nom du point de contrôle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>gui::BarPlot</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Rien à montrer pour l&apos;instant.</translation>
    </message>
</context>
<context>
    <name>gui::CanvasView</name>
    <message>
        <source>%1  %2  proposal</source>
        <translation>%1  %2  proposition</translation>
    </message>
    <message>
        <source>like the example</source>
        <translation>comme l&apos;exemple</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>sans classe</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillée</translation>
    </message>
    <message>
        <source>Reading the image …</source>
        <translation>Lecture de l&apos;image …</translation>
    </message>
    <message>
        <source>This project has no images yet.
Open a folder or drop image files here.</source>
        <translation>Ce projet n&apos;a pas encore d&apos;images.
Ouvrez un dossier ou déposez des fichiers image ici.</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Zone d&apos;image</translation>
    </message>
    <message>
        <source>The current image with its masks</source>
        <translation>L&apos;image courante avec ses masques</translation>
    </message>
</context>
<context>
    <name>gui::ChecksDialog</name>
    <message>
        <source>Without a pixel</source>
        <translation>Sans pixel</translation>
    </message>
    <message>
        <source>Outside the image</source>
        <translation>Hors de l’image</translation>
    </message>
    <message>
        <source>The same instance twice</source>
        <translation>La même instance deux fois</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Recouvrement</translation>
    </message>
    <message>
        <source>Thin sliver</source>
        <translation>Éclat mince</translation>
    </message>
    <message>
        <source>Small holes</source>
        <translation>Petits trous</translation>
    </message>
    <message>
        <source>Small islands</source>
        <translation>Petits îlots</translation>
    </message>
    <message>
        <source>Area far from that of its label</source>
        <translation>Aire loin de celle de sa classe</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>Contrôler le projet</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Contrôler à nouveau</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <source>Looking through the project …</source>
        <translation>Examen du projet …</translation>
    </message>
    <message>
        <source>Nothing is wrong as far as the rules can tell.</source>
        <translation>D’après les règles, rien n’est faux.</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>Constats : %1</translation>
    </message>
    <message>
        <source>Repair all %1</source>
        <translation>Réparer les %1</translation>
    </message>
    <message>
        <source>A person must decide; choose one to see it.</source>
        <translation>Une personne doit décider ; choisissez-en un pour le voir.</translation>
    </message>
    <message>
        <source>Repairing …</source>
        <translation>Réparation …</translation>
    </message>
    <message>
        <source>The project was changed meanwhile; try again.</source>
        <translation>Le projet a changé entre-temps ; réessayez.</translation>
    </message>
</context>
<context>
    <name>gui::ComfortCommands</name>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Comme le système</translation>
    </message>
</context>
<context>
    <name>gui::CommandPalette</name>
    <message>
        <source>Type a command</source>
        <translation>Tapez une commande</translation>
    </message>
    <message>
        <source>Command to find</source>
        <translation>Commande à trouver</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Commandes trouvées</translation>
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
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>&amp;True:</source>
        <translation>&amp;Vérité :</translation>
    </message>
    <message>
        <source>&amp;Found:</source>
        <translation>&amp;Trouvé :</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Ce qui est comparé</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masques</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Contours</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Cadres</translation>
    </message>
    <message>
        <source>&amp;Clips</source>
        <translation>&amp;Clips</translation>
    </message>
    <message>
        <source>The images of a folder are the frames of a clip; track_id tells who is who</source>
        <translation>Les images d’un dossier sont celles d’un clip ; track_id dit qui est qui</translation>
    </message>
    <message>
        <source>&amp;Doubts for the review queue</source>
        <translation>&amp;Doutes pour la file de revue</translation>
    </message>
    <message>
        <source>What the other side does not have comes early in the review</source>
        <translation>Ce que l’autre côté n’a pas vient tôt dans la revue</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
</context>
<context>
    <name>gui::DifferencesPage</name>
    <message>
        <source>Added</source>
        <translation>Ajoutée</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Relabelled</source>
        <translation>Autre label</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Which differences</source>
        <translation>Quelles différences</translation>
    </message>
    <message>
        <source>All differences</source>
        <translation>Toutes les différences</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Differences are listed of pictures with classes, not of clips or of phrases.</source>
        <translation>Les différences portent sur des images avec classes, pas sur des clips ni des phrases.</translation>
    </message>
    <message>
        <source>%1 images: %2 added, %3 removed, %4 changed, %5 relabelled, %6 the same</source>
        <translation>%1 images : %2 ajoutées, %3 retirées, %4 modifiées, %5 avec un autre label, %6 identiques</translation>
    </message>
</context>
<context>
    <name>gui::DisplayDock</name>
    <message>
        <source>Display</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Gamma</source>
        <translation>Gamma</translation>
    </message>
    <message>
        <source>Channel shown as red</source>
        <translation>Canal affiché en rouge</translation>
    </message>
    <message>
        <source>Channel shown as green</source>
        <translation>Canal affiché en vert</translation>
    </message>
    <message>
        <source>Channel shown as blue</source>
        <translation>Canal affiché en bleu</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Keep for the next images</source>
        <translation>Garder pour les images suivantes</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>For the view only. The model sees %1 to %2.</source>
        <translation>Pour la vue seulement. Le modèle voit de %1 à %2.</translation>
    </message>
</context>
<context>
    <name>gui::ExchangeCommands</name>
    <message>
        <source>Import %1</source>
        <translation>Importer %1</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>aucun projet n&apos;est ouvert</translation>
    </message>
    <message>
        <source>Labels of any format (%1)</source>
        <translation>Étiquettes de tout format (%1)</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lecture …</translation>
    </message>
    <message>
        <source>Reading … %1 instances</source>
        <translation>Lecture … %1 instances</translation>
    </message>
    <message>
        <source>The import was cancelled; nothing was changed.</source>
        <translation>L&apos;import a été annulé ; rien n&apos;a été modifié.</translation>
    </message>
    <message>
        <source>%1 instances in %2 images imported.</source>
        <translation>%1 instances dans %2 images importées.</translation>
    </message>
    <message>
        <source>… and %1 more notes.</source>
        <translation>… et %1 autres remarques.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Recherche …</translation>
    </message>
</context>
<context>
    <name>gui::ExportDialog</name>
    <message>
        <source>Write polygons instead of run lengths</source>
        <translation>Écrire des polygones au lieu de longueurs de plages</translation>
    </message>
    <message>
        <source>Older programs read only polygons. Holes and small parts then cost pixels.</source>
        <translation>Les vieux programmes ne lisent que les polygones. Trous et petites parties coûtent alors des pixels.</translation>
    </message>
    <message>
        <source>What will be lost</source>
        <translation>Ce qui sera perdu</translation>
    </message>
    <message>
        <source>Choose folder and write …</source>
        <translation>Choisir le dossier et écrire …</translation>
    </message>
    <message>
        <source>%1 instances in %2 images.</source>
        <translation>%1 instances dans %2 images.</translation>
    </message>
    <message>
        <source>%1 with holes, %2 in several parts.</source>
        <translation>%1 avec des trous, %2 en plusieurs parties.</translation>
    </message>
    <message>
        <source>Every pixel is kept.</source>
        <translation>Chaque pixel est conservé.</translation>
    </message>
    <message>
        <source>%1 pixels will read back different.</source>
        <translation>%1 pixels seront différents à la vérification.</translation>
    </message>
    <message>
        <source>%1 instances are left out: rejected or empty.</source>
        <translation>%1 instances sont laissées de côté : rejetées ou vides.</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>Écriture …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Wrote %1 instances to %2.</source>
        <translation>%1 instances écrites dans %2.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>A filter as in the image list, such as class:car or tag:night</source>
        <translation>Un filtre comme dans la liste des images, par exemple class:car ou tag:night</translation>
    </message>
    <message>
        <source>&amp;Only what this finds:</source>
        <translation>&amp;Seulement ce que ceci trouve :</translation>
    </message>
    <message>
        <source>As the &amp;list</source>
        <translation>Comme la &amp;liste</translation>
    </message>
    <message>
        <source>Take the filter of the image list: %1</source>
        <translation>Prendre le filtre de la liste des images : %1</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Recherche …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>&amp;Format :</translation>
    </message>
    <message>
        <source>Copy the pictures, too</source>
        <translation>Copier aussi les images</translation>
    </message>
    <message>
        <source>Other programs look for the pictures in the same folder.</source>
        <translation>D&apos;autres programmes cherchent les images dans le même dossier.</translation>
    </message>
    <message>
        <source>%1 has no place for: %2.</source>
        <translation>%1 n&apos;a pas de place pour : %2.</translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation>Dossier de l&apos;exportation</translation>
    </message>
    <message>
        <source>Write as before</source>
        <translation>Écrire comme avant</translation>
    </message>
</context>
<context>
    <name>gui::FiguresPage</name>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Vérité</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvés</translation>
    </message>
    <message>
        <source>pmF1</source>
        <translation>pmF1</translation>
    </message>
    <message>
        <source>F1 at 50</source>
        <translation>F1 à 50</translation>
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
        <translation>Chiffres de chaque classe</translation>
    </message>
    <message>
        <source>F1 of the classes</source>
        <translation>F1 des classes</translation>
    </message>
    <message>
        <source>Images by their F1</source>
        <translation>Images selon leur F1</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Que montrer</translation>
    </message>
    <message>
        <source>Plot of the comparison</source>
        <translation>Graphique de la comparaison</translation>
    </message>
    <message>
        <source>cgF1 %1 (pmF1 %2, IL_MCC %3)</source>
        <translation>cgF1 %1 (pmF1 %2, IL_MCC %3)</translation>
    </message>
    <message>
        <source>AP %1 (50: %2, 75: %3)</source>
        <translation>AP %1 (50 : %2, 75 : %3)</translation>
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
        <translation>Chaque classe est dans chaque image, donc cgF1 ne dit rien ; lisez pmF1.</translation>
    </message>
    <message>
        <source>F1 %1 to %2</source>
        <translation>F1 de %1 à %2</translation>
    </message>
</context>
<context>
    <name>gui::FileCommands</name>
    <message>
        <source>The last changes are not saved yet. %1 Leave the project and lose them?</source>
        <translation>Les dernières modifications ne sont pas encore enregistrées. %1 Quitter le projet et les perdre ?</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>There is no model file %1. Choose one with Prompt, Open model.</source>
        <translation>Il n&apos;y a pas de fichier de modèle %1. Choisissez-en un avec Requête, Ouvrir un modèle.</translation>
    </message>
    <message>
        <source>No images there. Choose image files or a folder that holds some.</source>
        <translation>Il n&apos;y a pas d&apos;images là. Choisissez des fichiers image ou un dossier qui en contient.</translation>
    </message>
    <message>
        <source>%1 images added.</source>
        <translation>%1 images ajoutées.</translation>
    </message>
    <message>
        <source>These images are already in the project.</source>
        <translation>Ces images sont déjà dans le projet.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir un dossier</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Projects (*.%1)</source>
        <translation>Projets (*.%1)</translation>
    </message>
    <message>
        <source>Add images</source>
        <translation>Ajouter des images</translation>
    </message>
    <message>
        <source>Images (%1)</source>
        <translation>Images (%1)</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>Ouvrir un modèle</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.mwq);;All files (*)</source>
        <translation>Modèles (*.safetensors *.pt *.mwq);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>%1 instances in %2 images imported.</source>
        <translation>%1 instances dans %2 images importées.</translation>
    </message>
    <message>
        <source>… and %1 more notes.</source>
        <translation>… et %1 autres remarques.</translation>
    </message>
    <message>
        <source>%1 Your version is kept in %2. Leave the project?</source>
        <translation>%1 Votre version est gardée dans %2. Quitter le projet ?</translation>
    </message>
    <message>
        <source>The last changes are not saved in the project yet. %1 They are kept on this computer and are put back when the project is opened again. Leave it?</source>
        <translation>Les derniers changements ne sont pas encore dans le projet. %1 Ils sont gardés sur cet ordinateur et reviennent à la prochaine ouverture. Quitter ?</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Importer %1</translation>
    </message>
    <message>
        <source>masks</source>
        <translation>masques</translation>
    </message>
</context>
<context>
    <name>gui::Gallery</name>
    <message>
        <source>Delete %1 instances</source>
        <translation>Supprimer %1 instances</translation>
    </message>
    <message>
        <source>Change labels of %1 instances</source>
        <translation>Changer la classe de %1 instances</translation>
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
        <translation>Classe</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Les plus grandes d’abord</translation>
    </message>
    <message>
        <source>Smallest first</source>
        <translation>Les plus petites d’abord</translation>
    </message>
    <message>
        <source>Least score first</source>
        <translation>Les moindres scores d’abord</translation>
    </message>
    <message>
        <source>Odd looks first</source>
        <translation>Les plus insolites d’abord</translation>
    </message>
    <message>
        <source>By colours, size and shape, compared with the others; no model is asked</source>
        <translation>Selon couleurs, taille et forme, comparées aux autres ; aucun modèle n’est interrogé</translation>
    </message>
    <message>
        <source>Instances of the label</source>
        <translation>Instances du label</translation>
    </message>
    <message>
        <source>%1 instances. Delete removes the chosen ones, a digit gives them that label.</source>
        <translation>%1 instances. Suppr efface celles choisies, un chiffre leur donne ce label.</translation>
    </message>
    <message>
        <source>Looking: %1 images to go …</source>
        <translation>Examen : encore %1 images …</translation>
    </message>
    <message>
        <source>Compared by colours, size and shape.</source>
        <translation>Comparées selon couleurs, taille et forme.</translation>
    </message>
</context>
<context>
    <name>gui::GalleryModel</name>
    <message>
        <source>%1 pixels, score %2</source>
        <translation>%1 pixels, score %2</translation>
    </message>
</context>
<context>
    <name>gui::GridPlot</name>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Rien à montrer pour l&apos;instant.</translation>
    </message>
    <message>
        <source>in one image with</source>
        <translation>dans une image avec</translation>
    </message>
    <message>
        <source>%1 with %2: %3 images</source>
        <translation>%1 avec %2 : %3 images</translation>
    </message>
</context>
<context>
    <name>gui::ImageDock</name>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2 images, %3 instances</source>
        <translation>%1 images sur %2, %3 instances</translation>
    </message>
    <message>
        <source>no project is open</source>
        <translation>aucun projet n&apos;est ouvert</translation>
    </message>
    <message>
        <source>Tags of the image, with commas between them:</source>
        <translation>Étiquettes de l’image, séparées par des virgules :</translation>
    </message>
    <message>
        <source>Tags that all %1 images have, with commas between them:</source>
        <translation>Étiquettes communes aux %1 images, séparées par des virgules :</translation>
    </message>
    <message>
        <source>Image tags</source>
        <translation>Étiquettes de l’image</translation>
    </message>
</context>
<context>
    <name>gui::IssueStrip</name>
    <message>
        <source>Notice</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Dismiss the notice</source>
        <translation>Fermer l&apos;avis</translation>
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
        <translation>Donner la classe de ce numéro</translation>
    </message>
    <message>
        <source>Find everything of that label</source>
        <translation>Trouver tout ce qui est de cette classe</translation>
    </message>
    <message>
        <source>Space, drag</source>
        <translation>Espace, glisser</translation>
    </message>
    <message>
        <source>Move the image; middle button too</source>
        <translation>Déplacer l&apos;image ; aussi avec le bouton du milieu</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Molette</translation>
    </message>
    <message>
        <source>Zoom about the pointer</source>
        <translation>Zoomer autour du pointeur</translation>
    </message>
    <message>
        <source>On the canvas</source>
        <translation>Dans la zone d&apos;image</translation>
    </message>
    <message>
        <source>Any key closes this. %1 once more: all keys, and how to change them.</source>
        <translation>N&apos;importe quelle touche ferme ceci. Encore %1 : toutes les touches et comment les changer.</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>Touches de %1</translation>
    </message>
    <message>
        <source>Find that label in all images</source>
        <translation>Chercher cette classe dans toutes les images</translation>
    </message>
</context>
<context>
    <name>gui::KeysDialog</name>
    <message>
        <source>Single keys keep their &amp;place on the keyboard</source>
        <translation>&amp;Les touches simples gardent leur place sur le clavier</translation>
    </message>
    <message>
        <source>&amp;New key</source>
        <translation>&amp;Nouvelle touche</translation>
    </message>
    <message>
        <source>Press the key it shall have</source>
        <translation>Appuyez sur la touche voulue</translation>
    </message>
    <message>
        <source>&amp;Another key</source>
        <translation>&amp;Une touche de plus</translation>
    </message>
    <message>
        <source>Press one more key for it</source>
        <translation>Appuyez sur une touche de plus</translation>
    </message>
    <message>
        <source>N&amp;o key</source>
        <translation>&amp;Aucune touche</translation>
    </message>
    <message>
        <source>Take its keys away</source>
        <translation>Lui retirer ses touches</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Réinitialiser</translation>
    </message>
    <message>
        <source>The keys it had at first</source>
        <translation>Ses touches d&apos;origine</translation>
    </message>
    <message>
        <source>Reset a&amp;ll</source>
        <translation>&amp;Tout réinitialiser</translation>
    </message>
    <message>
        <source>All commands get the keys they had at first</source>
        <translation>Toutes les commandes retrouvent leurs touches d&apos;origine</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys of which program</source>
        <translation>Touches de quel programme</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>Chercher une commande ou une touche</translation>
    </message>
    <message>
        <source>Then they work with every layout and input method. Off: the letter counts, wherever it is.</source>
        <translation>Elles marchent alors avec toute disposition et méthode de saisie. Désactivé : la lettre compte, où qu&apos;elle soit.</translation>
    </message>
    <message>
        <source>Keys &amp;as in</source>
        <translation>Touches &amp;comme dans</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Commandes et leurs touches</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Agit</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>“%1” has one of these keys now. Reset it first.</source>
        <translation>« %1 » a maintenant l&apos;une de ces touches. Réinitialisez-la d&apos;abord.</translation>
    </message>
    <message>
        <source>on the canvas</source>
        <translation>dans la zone d&apos;image</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>partout</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”. Give that another key first.</source>
        <translation>%1 appartient à « %2 ». Donnez-lui d&apos;abord une autre touche.</translation>
    </message>
    <message>
        <source>Press the key for “%1”. Esc leaves it as it is.</source>
        <translation>Appuyez sur la touche pour « %1 ». Échap laisse tout en l&apos;état.</translation>
    </message>
    <message>
        <source>The space bar moves the image and can&apos;t be given away.</source>
        <translation>La barre d&apos;espace déplace l&apos;image et ne peut pas être attribuée.</translation>
    </message>
</context>
<context>
    <name>gui::LabelDock</name>
    <message>
        <source>Labels</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>No labels yet.
The first phrase or shape makes one.</source>
        <translation>Pas encore de classes.
La première expression ou forme en crée une.</translation>
    </message>
    <message>
        <source>New label</source>
        <translation>Nouvelle classe</translation>
    </message>
    <message>
        <source>Add a label. A phrase that finds something makes its own.</source>
        <translation>Ajouter une classe. Une expression qui trouve quelque chose crée la sienne.</translation>
    </message>
    <message>
        <source>label</source>
        <translation>classe</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>classe %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Colour …</source>
        <translation>Couleur …</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>Supprimer la classe</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>Fusionner …</translation>
    </message>
    <message>
        <source>Merge, change or delete labels in all images</source>
        <translation>Fusionner, changer ou supprimer des classes dans toutes les images</translation>
    </message>
    <message>
        <source>“%1” is in use. Choose what becomes of its instances.</source>
        <translation>« %1 » est utilisée. Choisissez ce que deviennent ses instances.</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Colour, phrases, threshold and attributes of the current label</source>
        <translation>Couleur, expressions, seuil et attributs de la classe actuelle</translation>
    </message>
</context>
<context>
    <name>gui::LabelModel</name>
    <message>
        <source>There already is a label “%1”. Names must differ.</source>
        <translation>Il y a déjà une classe « %1 ». Les noms doivent être différents.</translation>
    </message>
    <message>
        <source>%1
Asked for as: %2
In the whole project: %3 instances</source>
        <translation>%1
Demandé comme : %2
Dans tout le projet : %3 instances</translation>
    </message>
</context>
<context>
    <name>gui::LabelPanel</name>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attributs</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Add an attribute to this label</source>
        <translation>Ajouter un attribut à cette classe</translation>
    </message>
    <message>
        <source>Add attribute</source>
        <translation>Ajouter un attribut</translation>
    </message>
    <message>
        <source>Remove the attribute. Values that were given stay in the project and come back when this is undone.</source>
        <translation>Retirer l&apos;attribut. Les valeurs données restent dans le projet et reviennent si l&apos;on annule.</translation>
    </message>
    <message>
        <source>Remove attribute</source>
        <translation>Retirer l&apos;attribut</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>oui ou non</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>choix</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>Type of %1</source>
        <translation>Type de %1</translation>
    </message>
    <message>
        <source>Colour of %1</source>
        <translation>Couleur de %1</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>attribut</translation>
    </message>
    <message>
        <source>attribute %1</source>
        <translation>attribut %1</translation>
    </message>
    <message>
        <source>Phrases for the model; empty: the name</source>
        <translation>Expressions pour le modèle ; vide : le nom</translation>
    </message>
    <message>
        <source>What the model is asked for, with commas between: bottle, flask. What several phrases find is one instance.</source>
        <translation>Ce qui est demandé au modèle, séparé par des virgules : bouteille, flacon. Ce que plusieurs expressions trouvent est une seule instance.</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Expressions</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>celui du modèle</translation>
    </message>
    <message>
        <source>Proposals for this label that are scored lower are left out</source>
        <translation>Les propositions de cette classe avec un score plus bas sont écartées</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>Score from</source>
        <translation>Score à partir de</translation>
    </message>
</context>
<context>
    <name>gui::LabelPicker</name>
    <message>
        <source>Label</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Labels that fit</source>
        <translation>Classes qui correspondent</translation>
    </message>
    <message>
        <source>New label “%1”</source>
        <translation>Nouvelle classe « %1 »</translation>
    </message>
</context>
<context>
    <name>gui::LicenceStep</name>
    <message>
        <source>1  Licence</source>
        <translation>1  Licence</translation>
    </message>
    <message>
        <source>I have &amp;read it and accept it</source>
        <translation>&amp;Je l&apos;ai lue et je l&apos;accepte</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>1  Licence: %1 of %2</source>
        <translation>1  Licence : %1 du %2</translation>
    </message>
    <message>
        <source>The licence comes with the model; read it where you got the file.</source>
        <translation>La licence accompagne le modèle ; lisez-la là où vous avez obtenu le fichier.</translation>
    </message>
    <message>
        <source>Accepted on %1</source>
        <translation>Acceptée le %1</translation>
    </message>
</context>
<context>
    <name>gui::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Mask</source>
        <translation>&amp;Masque</translation>
    </message>
    <message>
        <source>&amp;Prompt</source>
        <translation>&amp;Requête</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>About Maskwright</source>
        <translation>À propos de Maskwright</translation>
    </message>
    <message>
        <source>&lt;b&gt;Maskwright %1&lt;/b&gt;&lt;p&gt;Masks for images: found by a phrase or an example, corrected by hand, kept on your machine.&lt;/p&gt;&lt;p&gt;Apache License 2.0. Uses Qt %2.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Maskwright %1&lt;/b&gt;&lt;p&gt;Des masques pour les images : trouvés par une expression ou un exemple, corrigés à la main, gardés sur votre machine.&lt;/p&gt;&lt;p&gt;Apache License 2.0. Utilise Qt %2.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Maskwright</source>
        <translation>Maskwright</translation>
    </message>
    <message>
        <source>&amp;Layout</source>
        <translation>Dis&amp;position</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>Tai&amp;lle du texte</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Lan&amp;gue</translation>
    </message>
    <message>
        <source>&amp;Instances</source>
        <translation>I&amp;nstances</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>Co&amp;uleurs</translation>
    </message>
    <message>
        <source>P&amp;anels</source>
        <translation>Panneau&amp;x</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>%1 (read only)</source>
        <translation>%1 (lecture seule)</translation>
    </message>
</context>
<context>
    <name>gui::MergeDialog</name>
    <message>
        <source>removed</source>
        <translation>supprimée</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>sans classe</translation>
    </message>
    <message>
        <source>%1, %2 pixels</source>
        <translation>%1, %2 pixels</translation>
    </message>
    <message>
        <source>Merge both versions</source>
        <translation>Fusionner les deux versions</translation>
    </message>
    <message>
        <source>%1 instances that only they changed are taken over. These were changed in both versions; yours stay unless you tick theirs.</source>
        <translation>%1 instances que seule l’autre version a changées sont reprises. Celles-ci ont changé dans les deux ; les vôtres restent sauf si vous cochez les autres.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>La mienne</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>L’autre</translation>
    </message>
    <message>
        <source>Instances that both changed</source>
        <translation>Instances changées des deux côtés</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Both changed the label “%1”; it is as yours.</source>
        <translation>Les deux ont changé la classe « %1 » ; elle reste comme la vôtre.</translation>
    </message>
    <message>
        <source>They renamed “%1” to a name that another label of yours has; it keeps its name.</source>
        <translation>« %1 » a été renommée là-bas avec un nom qu’une autre de vos classes porte déjà ; elle garde son nom.</translation>
    </message>
    <message>
        <source>They removed the label “%1”; it stays.</source>
        <translation>La classe « %1 » a été supprimée là-bas ; elle reste.</translation>
    </message>
    <message>
        <source>They removed the image “%1”, which you changed; it stays.</source>
        <translation>L’image « %1 », que vous avez modifiée, a été retirée là-bas ; elle reste.</translation>
    </message>
    <message>
        <source>They changed the image “%1”, which you removed; it stays removed.</source>
        <translation>L’image « %1 », que vous avez retirée, a été modifiée là-bas ; elle reste retirée.</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>Et %1 de plus.</translation>
    </message>
</context>
<context>
    <name>gui::MiniMap</name>
    <message>
        <source>Mini-map</source>
        <translation>Mini-carte</translation>
    </message>
</context>
<context>
    <name>gui::ModelCommands</name>
    <message>
        <source>Use it with Prompt, Get a model.</source>
        <translation>Utilisez-le avec Requête, Obtenir un modèle.</translation>
    </message>
</context>
<context>
    <name>gui::ModelDialog</name>
    <message>
        <source>Checking what is here of %1 …</source>
        <translation>Vérification de ce qui est là de %1 …</translation>
    </message>
    <message>
        <source>Asking for %1 …</source>
        <translation>Demande de %1 …</translation>
    </message>
    <message>
        <source>The connection broke off; next try in %1 s. What is here is kept.</source>
        <translation>La connexion s&apos;est coupée ; prochain essai dans %1 s. Ce qui est là est gardé.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <translation>reste %1:%2</translation>
    </message>
    <message>
        <source>this server sends the beginning again</source>
        <translation>ce serveur renvoie le début</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>À propos du modèle</translation>
    </message>
    <message>
        <source>Get a model</source>
        <translation>Obtenir un modèle</translation>
    </message>
    <message>
        <source>3  Space</source>
        <translation>3  Espace</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>&amp;Change …</source>
        <translation>&amp;Changer …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>&amp;Get it</source>
        <translation>&amp;Obtenir</translation>
    </message>
    <message>
        <source>&amp;Pause, keep what is here</source>
        <translation>&amp;Pause, garder ce qui est là</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importer</translation>
    </message>
    <message>
        <source>&amp;Remove …</source>
        <translation>&amp;Retirer …</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>&amp;Utiliser ce modèle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>From a &amp;file …</source>
        <translation>&amp;Depuis un fichier …</translation>
    </message>
    <message>
        <source>From a f&amp;older …</source>
        <translation>D&amp;epuis un dossier …</translation>
    </message>
    <message>
        <source>No checksum of it is known to the program, so its file can be checked only against what the server states.</source>
        <translation>Le programme n&apos;en connaît pas la somme de contrôle ; le fichier ne peut être comparé qu&apos;à ce que dit le serveur.</translation>
    </message>
    <message>
        <source>No checksum of it is known to the program, so its file is taken as it is.</source>
        <translation>Le programme n&apos;en connaît pas la somme de contrôle ; le fichier est pris tel quel.</translation>
    </message>
    <message>
        <source>It takes about %1 of memory and this machine has %2; a copy of 8 bits takes less than half: maskwright-cli convert --dtype q8.</source>
        <translation>Il prend environ %1 de mémoire et cette machine a %2 ; une copie en 8 bits en prend moins de la moitié : maskwright-cli convert --dtype q8.</translation>
    </message>
    <message>
        <source>%1 needed, %2 free in %3</source>
        <translation>%1 nécessaires, %2 libres dans %3</translation>
    </message>
    <message>
        <source>%1 free in %2</source>
        <translation>%1 libres dans %2</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>Co&amp;ntinuer</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>le modèle</translation>
    </message>
    <message>
        <source>Its checksum is right.</source>
        <translation>Sa somme de contrôle est juste.</translation>
    </message>
    <message>
        <source>Its checksum is what the server states.</source>
        <translation>Sa somme de contrôle est celle que donne le serveur.</translation>
    </message>
    <message>
        <source>Nobody states its checksum, so it could not be checked.</source>
        <translation>Personne ne donne sa somme de contrôle ; elle n&apos;a pas pu être vérifiée.</translation>
    </message>
    <message>
        <source>Go to the licence</source>
        <translation>Aller à la licence</translation>
    </message>
    <message>
        <source>Enter a token</source>
        <translation>Saisir un jeton</translation>
    </message>
    <message>
        <source>Open the token page</source>
        <translation>Ouvrir la page des jetons</translation>
    </message>
    <message>
        <source>Open the request page</source>
        <translation>Ouvrir la page de demande</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Import a file …</source>
        <translation>Importer un fichier …</translation>
    </message>
    <message>
        <source>Choose another folder …</source>
        <translation>Choisir un autre dossier …</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importer un dossier</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importer un modèle</translation>
    </message>
    <message>
        <source>Models (*.safetensors *.pt *.pth);;All files (*)</source>
        <translation>Modèles (*.safetensors *.pt *.pth);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Folder for models</source>
        <translation>Dossier des modèles</translation>
    </message>
    <message>
        <source>Remove %1 and all its files from the models folder?</source>
        <translation>Retirer %1 et tous ses fichiers du dossier des modèles ?</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Retirer un modèle</translation>
    </message>
</context>
<context>
    <name>gui::ModelList</name>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>exemples</translation>
    </message>
    <message>
        <source>clicks</source>
        <translation>clics</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vidéo</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>Sait faire</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Fits memory</source>
        <translation>Tient en mémoire</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Présent</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>%1 of it</source>
        <translation>%1 en partie</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>no, import only</source>
        <translation>non, import seulement</translation>
    </message>
    <message>
        <source>small</source>
        <translation>petit</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>juste</translation>
    </message>
    <message>
        <source>A session takes about %1; this machine has %2.</source>
        <translation>Une session prend environ %1 ; cette machine a %2.</translation>
    </message>
</context>
<context>
    <name>gui::OverlapPanel</name>
    <message>
        <source>Leave them</source>
        <translation>Les laisser</translation>
    </message>
    <message>
        <source>Other instances under the stroke: %1</source>
        <translation>Autres instances sous le trait : %1</translation>
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
        <translation>Aucun pixel dans deux instances</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>&amp;Essayer</translation>
    </message>
    <message>
        <source>Auto-label all images</source>
        <translation>Annoter automatiquement toutes les images</translation>
    </message>
    <message>
        <source>&amp;Open a plan …</source>
        <translation>&amp;Ouvrir un plan …</translation>
    </message>
    <message>
        <source>&amp;Save the plan …</source>
        <translation>&amp;Enregistrer le plan …</translation>
    </message>
    <message>
        <source>Start the &amp;run</source>
        <translation>&amp;Lancer</translation>
    </message>
    <message>
        <source>&amp;Add a label</source>
        <translation>&amp;Ajouter une étiquette</translation>
    </message>
    <message>
        <source>R&amp;emove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Add what is not there yet</source>
        <translation>Ajouter ce qui manque</translation>
    </message>
    <message>
        <source>Only images without instances</source>
        <translation>Seulement les images sans instance</translation>
    </message>
    <message>
        <source>Replace what earlier runs left</source>
        <translation>Remplacer ce que d’anciennes exécutions ont laissé</translation>
    </message>
    <message>
        <source>What people made, accepted, rejected or painted is never changed</source>
        <translation>Ce que des personnes ont fait, accepté, refusé ou peint n’est jamais changé</translation>
    </message>
    <message>
        <source>Both labels keep it</source>
        <translation>Les deux étiquettes le gardent</translation>
    </message>
    <message>
        <source>The better score keeps it</source>
        <translation>Le meilleur score le garde</translation>
    </message>
    <message>
        <source>The upper label keeps it</source>
        <translation>L’étiquette du haut le garde</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Windows of this side are asked besides the whole picture, for objects that are small in it</source>
        <translation>En plus de l’image entière, des fenêtres de ce côté sont interrogées, pour les petits objets</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>É&amp;crire</translation>
    </message>
    <message>
        <source>An object that two labels find</source>
        <translation>Un objet que deux étiquettes trouvent</translation>
    </message>
    <message>
        <source>The same object from an overlap of</source>
        <translation>Le même objet dès un recouvrement de</translation>
    </message>
    <message>
        <source>Smallest area</source>
        <translation>Plus petite aire</translation>
    </message>
    <message>
        <source>overlapping by</source>
        <translation>se recouvrant de</translation>
    </message>
    <message>
        <source>Tiles for small objects</source>
        <translation>Tuiles pour petits objets</translation>
    </message>
    <message>
        <source>Images of the sample</source>
        <translation>Images de l’échantillon</translation>
    </message>
    <message>
        <source>Try it first on so many images; nothing is written:</source>
        <translation>Essayer d’abord sur autant d’images ; rien n’est écrit :</translation>
    </message>
    <message>
        <source>The plan looks for nothing; add a label or give one a tick.</source>
        <translation>Le plan ne cherche rien ; ajoutez une étiquette ou cochez-en une.</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>Ouvrir un plan</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Plans (*.json)</translation>
    </message>
    <message>
        <source>The plan can&apos;t be read: %1.</source>
        <translation>Le plan ne peut pas être lu : %1.</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Enregistrer le plan</translation>
    </message>
    <message>
        <source>The plan can&apos;t be saved: %1.</source>
        <translation>Le plan ne peut pas être enregistré : %1.</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Essai en cours …</translation>
    </message>
    <message>
        <source>Images: %1 in %2; all %3 would take about %4.</source>
        <translation>Images : %1 en %2 ; les %3 prendraient environ %4.</translation>
    </message>
    <message>
        <source>Images that could not be labelled: %1; the first is %2</source>
        <translation>Images qui n’ont pas pu être annotées : %1 ; la première est %2</translation>
    </message>
    <message>
        <source>Find %1 in all images</source>
        <translation>Chercher %1 dans toutes les images</translation>
    </message>
</context>
<context>
    <name>gui::PlanTable</name>
    <message>
        <source>Classes of the plan</source>
        <translation>Classes du plan</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Expressions</translation>
    </message>
    <message>
        <source>But not</source>
        <translation>Mais pas</translation>
    </message>
    <message>
        <source>Score above</source>
        <translation>Score au-dessus de</translation>
    </message>
    <message>
        <source>What to look for, with commas between; what several phrases find is one instance</source>
        <translation>Ce qu’il faut chercher, séparé par des virgules ; ce que plusieurs expressions trouvent est une seule instance</translation>
    </message>
    <message>
        <source>What one of these finds with a better score is left out</source>
        <translation>Ce que l’une d’elles trouve avec un meilleur score est laissé de côté</translation>
    </message>
    <message>
        <source>From 0 to 1; empty: the model&apos;s own</source>
        <translation>De 0 à 1 ; vide : celui du modèle</translation>
    </message>
</context>
<context>
    <name>gui::PresetRow</name>
    <message>
        <source>Saved &amp;choices:</source>
        <translation>&amp;Choix enregistrés :</translation>
    </message>
    <message>
        <source>&amp;Save as …</source>
        <translation>&amp;Enregistrer sous …</translation>
    </message>
    <message>
        <source>Keep these choices under a name, for here and for maskwright-cli export --preset</source>
        <translation>Garder ces choix sous un nom, pour ici et pour maskwright-cli export --preset</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>&amp;Oublier</translation>
    </message>
    <message>
        <source>Forget the choices of this name</source>
        <translation>Oublier les choix de ce nom</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>Save choices</source>
        <translation>Enregistrer les choix</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Nom :</translation>
    </message>
</context>
<context>
    <name>gui::ProgressWidget</name>
    <message>
        <source>Encoding the image</source>
        <translation>Encodage de l&apos;image</translation>
    </message>
    <message>
        <source>Finding instances</source>
        <translation>Recherche des instances</translation>
    </message>
    <message>
        <source>Finding the shape</source>
        <translation>Recherche de la forme</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Chargement du modèle</translation>
    </message>
    <message>
        <source>Progress of the model</source>
        <translation>Progression du modèle</translation>
    </message>
    <message>
        <source>Stop the model (Ctrl+.)</source>
        <translation>Arrêter le modèle (Ctrl+.)</translation>
    </message>
    <message>
        <source>Stop the model</source>
        <translation>Arrêter le modèle</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>En cours</translation>
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
        <translation>Expression</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>like box %1</source>
        <translation>comme cadre %1</translation>
    </message>
    <message>
        <source>not box %1</source>
        <translation>pas cadre %1</translation>
    </message>
    <message>
        <source>More like this. Click to remove.</source>
        <translation>D&apos;autres comme cela. Clic pour retirer.</translation>
    </message>
    <message>
        <source>Not like this. Click to remove.</source>
        <translation>Pas comme cela. Clic pour retirer.</translation>
    </message>
    <message>
        <source>Remove example %1</source>
        <translation>Retirer l&apos;exemple %1</translation>
    </message>
    <message>
        <source>Remove counter-example %1</source>
        <translation>Retirer le contre-exemple %1</translation>
    </message>
    <message>
        <source>No model is loaded. Brush, eraser and all lists work without one.</source>
        <translation>Aucun modèle chargé. Pinceau, gomme et listes s&apos;en passent.</translation>
    </message>
    <message>
        <source>%1 knows no phrases; draw an exemplar box.</source>
        <translation>%1 ne comprend pas les expressions ; tracez un cadre d&apos;exemple.</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>Recherche …</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>Rien de nouveau</translation>
    </message>
    <message>
        <source>Nothing found. Try a synonym or an exemplar box.</source>
        <translation>Rien trouvé. Essayez un synonyme ou un cadre d&apos;exemple.</translation>
    </message>
    <message>
        <source>Nothing above %1. Best guess %2</source>
        <translation>Rien au-dessus de %1. Meilleur essai %2</translation>
    </message>
    <message>
        <source>%1 found, %2 pass</source>
        <translation>%1 trouvées, %2 passent</translation>
    </message>
    <message>
        <source>, %1 labelled already</source>
        <translation>, %1 déjà annotées</translation>
    </message>
    <message>
        <source>Exemplar boxes only</source>
        <translation>Cadres d&apos;exemple seulement</translation>
    </message>
    <message>
        <source>What to find  ( / )</source>
        <translation>Que chercher  ( / )</translation>
    </message>
    <message>
        <source>The model took %1 s.</source>
        <translation>Le modèle a mis %1 s.</translation>
    </message>
    <message>
        <source>Instances that are found again</source>
        <translation>Instances qui sont retrouvées</translation>
    </message>
    <message>
        <source>What Accept does with instances that are there already: those that share 70 % of their pixels with a proposal. Reject a proposal with X to leave its instance as it is.</source>
        <translation>Ce qu’Accepter fait des instances déjà là : celles qui partagent 70 % de leurs pixels avec une proposition. Rejetez une proposition avec X pour laisser son instance telle quelle.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>They stay as they are; nothing is proposed for them</source>
        <translation>Elles restent telles quelles ; rien n’est proposé pour elles</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>They get the shape that was found, except where a hand painted</source>
        <translation>Elles reçoivent la forme trouvée, sauf là où l’on a peint à la main</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>They get what was found besides their own shape, except where a hand erased</source>
        <translation>Elles reçoivent ce qui a été trouvé en plus de leur forme, sauf là où l’on a effacé à la main</translation>
    </message>
    <message>
        <source>Proposals scored lower than this are left out; each label keeps its own. Nothing is computed again.</source>
        <translation>Les propositions avec un score plus bas sont écartées ; chaque classe garde son seuil. Rien n’est recalculé.</translation>
    </message>
</context>
<context>
    <name>gui::QueryEdit</name>
    <message>
        <source>Filter: class:car score:&lt;0.5 state:auto area:&gt;100</source>
        <translation>Filtre : class:car score:&lt;0.5 state:auto area:&gt;100</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>class, state, origin, score, area, width, height, parts, holes, byhand, prompt, model, name, has, instances, reviewed, tag, attr.NAME …
Space: and. or: or. -: not. Values: &gt;5, 1..5, a,b, &quot;two words&quot;.</source>
        <translation>class, state, origin, score, area, width, height, parts, holes, byhand, prompt, model, name, has, instances, reviewed, tag, attr.NAME …
Espace : et. or : ou. - : non. Valeurs : &gt;5, 1..5, a,b, &quot;two words&quot;.</translation>
    </message>
</context>
<context>
    <name>gui::RemapDialog</name>
    <message>
        <source>stays</source>
        <translation>reste</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>sans classe</translation>
    </message>
    <message>
        <source>Remove labels that have become empty</source>
        <translation>Retirer les classes devenues vides</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>Merge or delete labels</source>
        <translation>Fusionner ou supprimer des classes</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instances</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Devient</translation>
    </message>
    <message>
        <source>Labels and what they become</source>
        <translation>Classes et ce qu&apos;elles deviennent</translation>
    </message>
    <message>
        <source>%1 instances of %2 labels change, in all images. One undo takes it back.</source>
        <translation>%1 instances de %2 classes changent, dans toutes les images. Une seule annulation suffit.</translation>
    </message>
    <message>
        <source>Choose what a label becomes.</source>
        <translation>Choisissez ce que devient une classe.</translation>
    </message>
    <message>
        <source>%1 instances have another label now.</source>
        <translation>%1 instances ont maintenant une autre classe.</translation>
    </message>
</context>
<context>
    <name>gui::Review</name>
    <message>
        <source>This instance is locked; unlock it to reject it.</source>
        <translation>Cette instance est verrouillée ; déverrouillez-la pour la rejeter.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Assign label</source>
        <translation>Attribuer la classe</translation>
    </message>
    <message>
        <source>Accept the rest</source>
        <translation>Accepter le reste</translation>
    </message>
    <message>
        <source>Accept above a score</source>
        <translation>Accepter à partir d’un score</translation>
    </message>
</context>
<context>
    <name>gui::ReviewDock</name>
    <message>
        <source>Review</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Stop reviewing</source>
        <translation>Arrêter la vérification</translation>
    </message>
    <message>
        <source>Start reviewing</source>
        <translation>Commencer la vérification</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Rejeter</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Peindre</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>A digit gives that label and accepts.</source>
        <translation>Un chiffre donne cette classe et accepte.</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>File de vérification</translation>
    </message>
    <message>
        <source>%1 of %2 decided</source>
        <translation>%1 sur %2 décidées</translation>
    </message>
    <message>
        <source>What the model found and nobody has looked at comes here, the most doubtful first.</source>
        <translation>Ici vient ce que le modèle a trouvé et que personne n’a regardé, le plus douteux d’abord.</translation>
    </message>
    <message>
        <source>Looking through the project …</source>
        <translation>Examen du projet …</translation>
    </message>
    <message>
        <source>Nothing that the filter shows waits for review.</source>
        <translation>Rien de ce que montre le filtre n’attend de vérification.</translation>
    </message>
    <message>
        <source>Nothing waits for review.</source>
        <translation>Rien n’attend de vérification.</translation>
    </message>
</context>
<context>
    <name>gui::RunBar</name>
    <message>
        <source>Put in what is found</source>
        <translation>Reprendre ce qui est trouvé</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Auto-label run</source>
        <translation>Annotation automatique</translation>
    </message>
    <message>
        <source>Progress of the auto-label run</source>
        <translation>Progression de l’annotation automatique</translation>
    </message>
    <message>
        <source>Ends the run and adds the instances it has found, as one step that undo takes back</source>
        <translation>Termine l’exécution et ajoute les instances trouvées, en une étape que l’on peut annuler</translation>
    </message>
    <message>
        <source>Ends the run and forgets what it has found</source>
        <translation>Termine l’exécution et oublie ce qu’elle a trouvé</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Putting the results into the project …</source>
        <translation>Les résultats sont repris dans le projet …</translation>
    </message>
    <message>
        <source>Auto-label: %1 of %2 images</source>
        <translation>Annotation automatique : %1 sur %2 images</translation>
    </message>
    <message>
        <source>, not labelled: %1</source>
        <translation>, non annotées : %1</translation>
    </message>
    <message>
        <source>, paused</source>
        <translation>, en pause</translation>
    </message>
    <message>
        <source>, %1 a second</source>
        <translation>, %1 par seconde</translation>
    </message>
    <message>
        <source>, %1 s left</source>
        <translation>, encore %1 s</translation>
    </message>
    <message>
        <source>, %1 min left</source>
        <translation>, encore %1 min</translation>
    </message>
</context>
<context>
    <name>gui::SafetyCommands</name>
    <message>
        <source>Backups …</source>
        <translation>Sauvegardes …</translation>
    </message>
    <message>
        <source>The project file is back, and everything is saved.</source>
        <translation>Le fichier du projet est revenu et tout est enregistré.</translation>
    </message>
    <message>
        <source>Your work is kept on this computer and writing is tried again.</source>
        <translation>Votre travail est gardé sur cet ordinateur et l’écriture est retentée.</translation>
    </message>
    <message>
        <source>Your work is kept here and writing is tried again.</source>
        <translation>Votre travail est gardé ici et l’écriture est retentée.</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Enregistrer sous …</translation>
    </message>
    <message>
        <source>Write it there again</source>
        <translation>L’y réécrire</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Prendre l’autre</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <source>Save mine as …</source>
        <translation>Enregistrer la mienne sous …</translation>
    </message>
    <message>
        <source>%1 on %2 %3</source>
        <translation>%1 sur %2 %3</translation>
    </message>
    <message>
        <source>instance</source>
        <translation>instance</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 dans %2</translation>
    </message>
    <message>
        <source>The program did not end properly the last time. Restored to %1; last action: %2.</source>
        <translation>La dernière fois, le programme ne s’est pas terminé correctement. Rétabli jusqu’à %1 ; dernière action : %2.</translation>
    </message>
    <message>
        <source>Checkpoint made. Work is saved by itself; File, Backups and checkpoints leads back to this state.</source>
        <translation>Point de contrôle créé. Le travail s’enregistre tout seul ; Fichier, Sauvegardes et points de contrôle ramène à cet état.</translation>
    </message>
    <message>
        <source>This is their version. Yours is kept in %1.</source>
        <translation>C’est l’autre version. La vôtre est gardée dans %1.</translation>
    </message>
    <message>
        <source>%1 This is your version, in %2.</source>
        <translation>%1 C’est votre version, dans %2.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written.</source>
        <translation>%1 ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>This is your version. Theirs is kept in %1.</source>
        <translation>C’est votre version. L’autre est gardée dans %1.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>Projects (*%1)</source>
        <translation>Projets (*%1)</translation>
    </message>
    <message>
        <source>Read only: another program is working in %1. You see what it saved and can change nothing.</source>
        <translation>Lecture seule : un autre programme travaille dans %1. Vous voyez ce qu’il a enregistré et ne pouvez rien changer.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>Fusionner …</translation>
    </message>
    <message>
        <source>Merge both versions</source>
        <translation>Fusionner les deux versions</translation>
    </message>
    <message>
        <source>Merged: %1 instances came from theirs, which is kept in %2. One undo takes it back.</source>
        <translation>Fusion faite : %1 instances viennent de l’autre version, gardée dans %2. Une seule annulation suffit.</translation>
    </message>
</context>
<context>
    <name>gui::SampleTable</name>
    <message>
        <source>What the sample found</source>
        <translation>Ce que l’échantillon a trouvé</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvés</translation>
    </message>
    <message>
        <source>About, in all</source>
        <translation>Environ en tout</translation>
    </message>
    <message>
        <source>Scores from 0 to 1</source>
        <translation>Scores de 0 à 1</translation>
    </message>
</context>
<context>
    <name>gui::Session</name>
    <message>
        <source>object</source>
        <translation>objet</translation>
    </message>
    <message>
        <source>Assign label</source>
        <translation>Attribuer la classe</translation>
    </message>
    <message>
        <source>No image after this one is left to do.</source>
        <translation>Il ne reste aucune image à faire après celle-ci.</translation>
    </message>
    <message>
        <source>No image before this one is left to do.</source>
        <translation>Il ne reste aucune image à faire avant celle-ci.</translation>
    </message>
    <message>
        <source>This project is open to look at only: another program is working in it.</source>
        <translation>Ce projet est ouvert en lecture seule : un autre programme y travaille.</translation>
    </message>
</context>
<context>
    <name>gui::ShapeCommands</name>
    <message>
        <source>Select two or more unlocked instances; the first one keeps its id.</source>
        <translation>Sélectionnez deux instances non verrouillées ou plus ; la première garde son id.</translation>
    </message>
    <message>
        <source>Split parts</source>
        <translation>Séparer les parties</translation>
    </message>
    <message>
        <source>There is nothing to split: what is selected has one part.</source>
        <translation>Il n&apos;y a rien à séparer : la sélection n&apos;a qu&apos;une partie.</translation>
    </message>
    <message>
        <source>The image they come from is larger: of %1 instances, %2 were cut at the edge and %3 lay outside and were left out.</source>
        <translation>L&apos;image d&apos;origine est plus grande : sur %1 instances, %2 ont été coupées au bord et %3 étaient dehors et manquent.</translation>
    </message>
    <message>
        <source>This is the last image; there is no next one to copy to.</source>
        <translation>C&apos;est la dernière image ; il n&apos;y en a pas de suivante.</translation>
    </message>
    <message>
        <source>Copy to next image</source>
        <translation>Copier vers l&apos;image suivante</translation>
    </message>
    <message>
        <source>No earlier image has an instance of this label to begin from.</source>
        <translation>Aucune image précédente n&apos;a d&apos;instance de cette étiquette.</translation>
    </message>
    <message>
        <source>The image before has an instance of this label already; nothing lies between.</source>
        <translation>L&apos;image d&apos;avant a déjà une instance de cette étiquette ; rien n&apos;est entre les deux.</translation>
    </message>
    <message>
        <source>Interpolate over %1 images</source>
        <translation>Interpoler sur %1 images</translation>
    </message>
    <message>
        <source>interpolated</source>
        <translation>interpolée</translation>
    </message>
</context>
<context>
    <name>gui::ShapePanel</name>
    <message>
        <source>Grow by</source>
        <translation>Étendre de</translation>
    </message>
    <message>
        <source>Shrink by</source>
        <translation>Réduire de</translation>
    </message>
    <message>
        <source>Smooth by</source>
        <translation>Lisser de</translation>
    </message>
    <message>
        <source>Fill holes under</source>
        <translation>Remplir les trous sous</translation>
    </message>
    <message>
        <source>Drop islands under</source>
        <translation>Retirer les îlots sous</translation>
    </message>
    <message>
        <source>Simplify within</source>
        <translation>Simplifier à</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Opération</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
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
        <translation>Sélectionnez une instance non verrouillée.</translation>
    </message>
    <message>
        <source>%1 → %2 vertices  ·  overlap (IoU) %3  ·  border off by %4 px at most</source>
        <translation>%1 → %2 sommets  ·  recouvrement (IoU) %3  ·  bord décalé de %4 px au plus</translation>
    </message>
    <message>
        <source>%1 → %2 pixels  ·  parts: %3  ·  holes: %4</source>
        <translation>%1 → %2 pixels  ·  parties : %3  ·  trous : %4</translation>
    </message>
    <message>
        <source>instances that vanish: %1</source>
        <translation>instances qui disparaissent : %1</translation>
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
        <translation>Ce projet</translation>
    </message>
    <message>
        <source>A file …</source>
        <translation>Un fichier …</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>Only what this finds</source>
        <translation>Seulement ce que ceci trouve</translation>
    </message>
    <message>
        <source>A filter as in the image list, such as origin:hand, model:pocket or state:auto; of projects only</source>
        <translation>Un filtre comme dans la liste des images, p. ex. origin:hand, model:pocket ou state:auto ; projets seulement</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Projects, run files and data sets (*.maskwright *.jsonl *.json *.xml *.yaml);;All files (*)</source>
        <translation>Projets, fichiers d’exécution et jeux de données (*.maskwright *.jsonl *.json *.xml *.yaml);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>gui::SplitRow</name>
    <message>
        <source>&amp;Keep folders together</source>
        <translation>&amp;Garder les dossiers ensemble</translation>
    </message>
    <message>
        <source>Images of one folder, such as the frames of a video, go into one part.</source>
        <translation>Les images d&apos;un dossier, comme celles d&apos;une vidéo, vont dans une seule partie.</translation>
    </message>
    <message>
        <source>For &amp;validation:</source>
        <translation>Pour la &amp;validation :</translation>
    </message>
    <message>
        <source>for the &amp;test:</source>
        <translation>pour le &amp;test :</translation>
    </message>
</context>
<context>
    <name>gui::StatisticsDock</name>
    <message>
        <source>no label</source>
        <translation>sans classe</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistiques</translation>
    </message>
    <message>
        <source>What to show</source>
        <translation>Que montrer</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Aires</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Tailles</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positions</translation>
    </message>
    <message>
        <source>Occurring together</source>
        <translation>Apparitions communes</translation>
    </message>
    <message>
        <source>Seconds per instance</source>
        <translation>Secondes par instance</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Effort</translation>
    </message>
    <message>
        <source>Only what the filter shows</source>
        <translation>Seulement ce que montre le filtre</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instances</translation>
    </message>
    <message>
        <source>Seconds each</source>
        <translation>Secondes chacune</translation>
    </message>
    <message>
        <source>Actions each</source>
        <translation>Actions chacune</translation>
    </message>
    <message>
        <source>Effort by label</source>
        <translation>Effort par classe</translation>
    </message>
    <message>
        <source>Count time and actions</source>
        <translation>Compter le temps et les actions</translation>
    </message>
    <message>
        <source>The figures stay in the project on this machine.</source>
        <translation>Les chiffres restent dans le projet sur cette machine.</translation>
    </message>
    <message>
        <source>CSV …</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Write the figures of each label to a file</source>
        <translation>Écrire les chiffres de chaque classe dans un fichier</translation>
    </message>
    <message>
        <source>%1 instances in %2 images, rejected ones left out</source>
        <translation>%1 instances dans %2 images, sans les rejetées</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>%1 instances with known effort: %2 seconds and %3 actions each</source>
        <translation>%1 instances d&apos;effort connu : %2 secondes et %3 actions chacune</translation>
    </message>
    <message>
        <source>Write figures</source>
        <translation>Écrire les chiffres</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tableaux (*.csv)</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2. Choose another folder.</source>
        <translation>%1 ne peut pas être écrit : %2. Choisissez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>gui::StatusLine</name>
    <message>
        <source>Saved state</source>
        <translation>État d&apos;enregistrement</translation>
    </message>
    <message>
        <source>● Not saved</source>
        <translation>● Non enregistré</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>Pointeur</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Conseil</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Sélection</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Model and device</source>
        <translation>Modèle et appareil</translation>
    </message>
    <message>
        <source>● Saved</source>
        <translation>● Enregistré</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <translation>Tout est dans %1</translation>
    </message>
    <message>
        <source>○ Saving …</source>
        <translation>○ Enregistrement …</translation>
    </message>
    <message>
        <source>▲ Not saved</source>
        <translation>▲ Non enregistré</translation>
    </message>
    <message>
        <source>The project can&apos;t be written. Your work is kept and writing is tried again.</source>
        <translation>Le projet ne peut pas être écrit. Votre travail est gardé et l&apos;écriture sera retentée.</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 sélectionnées</translation>
    </message>
    <message>
        <source>%1, %2 px</source>
        <translation>%1, %2 px</translation>
    </message>
    <message>
        <source>no label</source>
        <translation>sans classe</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Aucun modèle</translation>
    </message>
    <message>
        <source>Click to get or choose a model</source>
        <translation>Cliquez pour obtenir ou choisir un modèle</translation>
    </message>
    <message>
        <source>■ Read only</source>
        <translation>■ Lecture seule</translation>
    </message>
    <message>
        <source>Another program is working in %1</source>
        <translation>Un autre programme travaille dans %1</translation>
    </message>
</context>
<context>
    <name>gui::ToolOptions</name>
    <message>
        <source>Tool options</source>
        <translation>Options de l&apos;outil</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Pen pressure</source>
        <translation>Pression du stylet</translation>
    </message>
    <message>
        <source>A pen pressed harder paints wider</source>
        <translation>Un stylet plus appuyé peint plus large</translation>
    </message>
    <message>
        <source>Only similar</source>
        <translation>Semblables seuls</translation>
    </message>
    <message>
        <source>Paint only pixels that look like the one the stroke begins on</source>
        <translation>Ne peint que les pixels semblables à celui où le trait commence</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation>Tolérance</translation>
    </message>
    <message>
        <source>Contiguous</source>
        <translation>Contigus</translation>
    </message>
    <message>
        <source>Only pixels that hang together with the one clicked on</source>
        <translation>Seulement les pixels reliés à celui cliqué</translation>
    </message>
    <message>
        <source>What happens to other instances under a stroke</source>
        <translation>Ce qui arrive aux autres instances sous un trait</translation>
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
        <translation>Ouvrez des images, tapez ce que vous cherchez, corrigez les masques.</translation>
    </message>
    <message>
        <source>Or drop a folder, a project or image files here.</source>
        <translation>Ou déposez ici un dossier, un projet ou des fichiers image.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Récents</translation>
    </message>
    <message>
        <source>I come &amp;from</source>
        <translation>Je &amp;viens de</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>aucun de ceux-ci</translation>
    </message>
    <message>
        <source>The program whose keys you know</source>
        <translation>Le programme dont vous connaissez les touches</translation>
    </message>
    <message>
        <source>Commands get the keys that they have there. Help, Keyboard changes it later.</source>
        <translation>Les commandes reçoivent les touches qu’elles y ont. Modifiable plus tard dans Aide, Clavier.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Label images with masks.</source>
        <translation>Annoter des images avec des masques.</translation>
    </message>
    <message>
        <source>Model to load: a file, or the id of one that is here.</source>
        <translation>Modèle à charger : un fichier ou l&apos;identifiant d&apos;un modèle présent.</translation>
    </message>
    <message>
        <source>A project, a folder, or image files.</source>
        <translation>Un projet, un dossier ou des fichiers image.</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>its checksum differs</source>
        <translation>sa somme de contrôle diffère</translation>
    </message>
    <message>
        <source>it lacks %1</source>
        <translation>il lui manque %1</translation>
    </message>
    <message>
        <source>%1 bytes instead of %2</source>
        <translation>%1 octets au lieu de %2</translation>
    </message>
    <message>
        <source>%1 is on this machine.</source>
        <translation>%1 est sur cette machine.</translation>
    </message>
    <message>
        <source>Stopped. What is here of %1 is kept and the download goes on from there.</source>
        <translation>Arrêté. Ce qui est là de %1 est gardé et le téléchargement reprendra à partir de là.</translation>
    </message>
    <message>
        <source>The licence of %1 is not accepted yet. Read it and accept it first.</source>
        <translation>La licence de %1 n&apos;est pas encore acceptée. Lisez-la et acceptez-la d&apos;abord.</translation>
    </message>
    <message>
        <source>%1 is given only to people with an account, and no token was sent. Make a token with read access on the server&apos;s page and enter it.</source>
        <translation>%1 n&apos;est donné qu&apos;aux titulaires d&apos;un compte, et aucun jeton n&apos;a été envoyé. Créez un jeton avec accès en lecture sur la page du serveur et saisissez-le.</translation>
    </message>
    <message>
        <source>The server does not know this token. Make a new one for %1 and enter it.</source>
        <translation>Le serveur ne connaît pas ce jeton. Créez-en un nouveau pour %1 et saisissez-le.</translation>
    </message>
    <message>
        <source>The token is valid but may not read gated models. Give it the right &quot;Read access to contents of all public gated repos&quot; to get %1.</source>
        <translation>Le jeton est valable mais ne peut pas lire les modèles protégés. Donnez-lui le droit &quot;Read access to contents of all public gated repos&quot; pour obtenir %1.</translation>
    </message>
    <message>
        <source>This account has not asked for %1 yet. Send the request on the model&apos;s page, then try again.</source>
        <translation>Ce compte n&apos;a pas encore demandé %1. Envoyez la demande sur la page du modèle, puis réessayez.</translation>
    </message>
    <message>
        <source>The request for %1 is sent and not answered yet. Try again when the answer has come; other models work meanwhile.</source>
        <translation>La demande pour %1 est envoyée et sans réponse pour l&apos;instant. Réessayez quand la réponse sera venue ; d&apos;autres modèles marchent en attendant.</translation>
    </message>
    <message>
        <source>The request for %1 was refused by its owners. Import a file from someone who has it, or choose another model.</source>
        <translation>La demande pour %1 a été refusée par ses propriétaires. Importez un fichier de quelqu&apos;un qui l&apos;a, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>The server refuses to give %1 to this account (%2). Look at the model&apos;s page, or import a file.</source>
        <translation>Le serveur refuse de donner %1 à ce compte (%2). Voyez la page du modèle, ou importez un fichier.</translation>
    </message>
    <message>
        <source>Downloads are switched off on this machine. Import %1 from a file, or ask who looks after it.</source>
        <translation>Les téléchargements sont désactivés sur cette machine. Importez %1 depuis un fichier, ou demandez à qui s&apos;en occupe.</translation>
    </message>
    <message>
        <source>No address of %1 is known. Get its file where its authors offer it, then import it.</source>
        <translation>Aucune adresse de %1 n&apos;est connue. Prenez le fichier là où ses auteurs le proposent, puis importez-le.</translation>
    </message>
    <message>
        <source>No address of %1 can be reached (%2). Check the network and its proxy, or import a file.</source>
        <translation>Aucune adresse de %1 n&apos;est joignable (%2). Vérifiez le réseau et son proxy, ou importez un fichier.</translation>
    </message>
    <message>
        <source>The connection broke off again and again (%2). What is here of %1 is kept; try again later.</source>
        <translation>La connexion s&apos;est coupée sans cesse (%2). Ce qui est là de %1 est gardé ; réessayez plus tard.</translation>
    </message>
    <message>
        <source>The server could not give %1 (%2). What is here is kept; try again later.</source>
        <translation>Le serveur n&apos;a pas pu fournir %1 (%2). Ce qui est là est gardé ; réessayez plus tard.</translation>
    </message>
    <message>
        <source>The connection for %1 is not secure (%2). Check the date of this machine and its proxy.</source>
        <translation>La connexion pour %1 n&apos;est pas sûre (%2). Vérifiez la date de cette machine et son proxy.</translation>
    </message>
    <message>
        <source>What came is not what the catalogue promises for %1: the checksum differs. The file is set aside as %2; try again.</source>
        <translation>Ce qui est arrivé n&apos;est pas ce que le catalogue promet pour %1 : la somme de contrôle diffère. Le fichier est mis de côté sous %2 ; réessayez.</translation>
    </message>
    <message>
        <source>That is another file than the catalogue&apos;s for %1 (%2). Choose or wait for the right one.</source>
        <translation>Ce n&apos;est pas le fichier du catalogue pour %1 (%2). Choisissez le bon ou attendez-le.</translation>
    </message>
    <message>
        <source>The file of %1 is no longer at its address (%2). Update the program or import a file.</source>
        <translation>Le fichier de %1 n&apos;est plus à son adresse (%2). Mettez le programme à jour ou importez un fichier.</translation>
    </message>
    <message>
        <source>There is not enough room for %1: %2. Free some, choose another folder, or a smaller model.</source>
        <translation>Il n&apos;y a pas assez de place pour %1 : %2. Libérez-en, choisissez un autre dossier ou un modèle plus petit.</translation>
    </message>
    <message>
        <source>The models folder can&apos;t be written (%2), so %1 can&apos;t be stored. Choose another folder.</source>
        <translation>Le dossier des modèles ne peut pas être écrit (%2), donc %1 ne peut pas être stocké. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>%2 can&apos;t be read, so %1 was not imported. Choose another file.</source>
        <translation>%2 ne peut pas être lu, donc %1 n&apos;a pas été importé. Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Another window or program is getting %1 just now. Wait for it, then look again.</source>
        <translation>Une autre fenêtre ou un autre programme obtient %1 en ce moment. Attendez, puis regardez à nouveau.</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>sans raison donnée</translation>
    </message>
    <message>
        <source>The system&apos;s keychain can&apos;t be used (%1); the token is kept only until the program ends.</source>
        <translation>Le trousseau du système ne peut pas être utilisé (%1) ; le jeton n&apos;est gardé que jusqu&apos;à la fin du programme.</translation>
    </message>
</context>
<context>
    <name>project_files</name>
    <message>
        <source>images</source>
        <translation>images</translation>
    </message>
    <message>
        <source>No images in %1 (looked for %2). Choose a folder that holds image files.</source>
        <translation>Pas d&apos;images dans %1 (cherché : %2). Choisissez un dossier qui contient des fichiers image.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written. The project is kept in %2.</source>
        <translation>%1 ne peut pas être écrit. Le projet est gardé dans %2.</translation>
    </message>
    <message>
        <source>The demo pictures are missing from this installation. Open a folder of your own images.</source>
        <translation>Les images de démonstration manquent à cette installation. Ouvrez un dossier de vos propres images.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be made. Check the rights of your data folder.</source>
        <translation>%1 ne peut pas être créé. Vérifiez les droits de votre dossier de données.</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>low score</source>
        <translation>score faible</translation>
    </message>
    <message>
        <source>%1 times as large as usual</source>
        <translation>%1 fois la taille habituelle</translation>
    </message>
    <message>
        <source>only %1 % of the usual size</source>
        <translation>seulement %1 % de la taille habituelle</translation>
    </message>
    <message>
        <source>unusual shape for its label</source>
        <translation>forme inhabituelle pour sa classe</translation>
    </message>
    <message>
        <source>ragged outline</source>
        <translation>contour irrégulier</translation>
    </message>
    <message>
        <source>in %1 parts</source>
        <translation>en %1 parties</translation>
    </message>
    <message>
        <source>holes: %1</source>
        <translation>trous : %1</translation>
    </message>
    <message>
        <source>no edge in the picture along %1 % of the outline</source>
        <translation>aucun bord dans l’image le long de %1 % du contour</translation>
    </message>
    <message>
        <source>shares %1 % with another label</source>
        <translation>partage %1 % avec une autre classe</translation>
    </message>
    <message>
        <source>%1 % the same as another instance</source>
        <translation>identique à %1 % à une autre instance</translation>
    </message>
    <message>
        <source>at the border of the picture, and odd</source>
        <translation>au bord de l’image, et étrange</translation>
    </message>
    <message>
        <source>only %1 of this label</source>
        <translation>seulement %1 de cette classe</translation>
    </message>
    <message>
        <source>looks like the others</source>
        <translation>ressemble aux autres</translation>
    </message>
    <message>
        <source>only %1 % the same in the compared data</source>
        <translation>seulement %1 % d’accord avec les données comparées</translation>
    </message>
    <message>
        <source>missing in the compared data</source>
        <translation>absent des données comparées</translation>
    </message>
</context>
</TS>
