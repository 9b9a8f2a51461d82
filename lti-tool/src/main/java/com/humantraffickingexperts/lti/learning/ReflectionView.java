package com.humantraffickingexperts.lti.learning;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.catalog.CoursePackage.Item;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Reflection;
import com.humantraffickingexperts.lti.catalog.CoursePackage.ReflectionItem;
import com.humantraffickingexperts.lti.catalog.CoursePackage.Source;

/**
 * Something to think over, with what the learner wrote.
 *
 * @param language the language of the content
 * @param section the title of the section
 * @param stem what is asked
 * @param minimumWords how many words are asked for; 0 when any number will do
 * @param maximumLength how long the text may be
 * @param revision which revision the page shows
 * @param text what stands in the field
 * @param saved what is saved; null when nothing is
 * @param kept the newest that is kept, saved or as a draft; null when nothing is
 * @param draft whether the text in the field is kept but not saved
 * @param deleted whether something was written and deleted
 * @param modelAnswer what others might write; null before something was saved
 * @param problem what is wrong with what was sent; null when nothing is
 * @param sources what it relies on; empty before something was saved
 * @param path where the text is sent
 * @param contentsPath the list of all pages
 * @param previous what comes before, or null
 * @param next what comes after
 */
record ReflectionView(String language, String section, Stem stem, int minimumWords, int maximumLength, int revision,
		String text, @Nullable String saved, @Nullable String kept, boolean draft, boolean deleted,
		@Nullable String modelAnswer, ReflectionText.@Nullable Problem problem, List<Source> sources, String path,
		String contentsPath, PageView.@Nullable Step previous, PageView.Step next) {

	static ReflectionView of(Visit visit, Reflection reflection, Written written, @Nullable String sent,
			ReflectionText.@Nullable Problem problem) {
		List<Item> items = visit.module().items();
		Item item = new ReflectionItem(reflection.id());
		int index = items.indexOf(item);
		boolean saved = written.text() != null;
		return new ReflectionView(visit.module().language(), PageView.section(visit.module(), item),
				Stem.of(reflection.prompt()), reflection.minimumWords(), ReflectionText.LONGEST, written.revision(),
				(sent != null) ? sent : Objects.requireNonNullElse(written.newest(), ""), written.text(),
				written.newest(), sent == null && written.draft() != null, written.deleted(),
				saved ? reflection.modelAnswer() : null, problem, saved ? reflection.sources() : List.of(),
				Contents.path(visit, item), visit.path(""), PageView.previous(visit, items, index),
				PageView.next(visit, items, index));
	}

}
