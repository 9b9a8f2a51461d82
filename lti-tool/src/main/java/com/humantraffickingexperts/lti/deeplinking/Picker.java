package com.humantraffickingexperts.lti.deeplinking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import com.humantraffickingexperts.lti.catalog.Catalog;
import com.humantraffickingexperts.lti.catalog.CoursePackage;
import com.humantraffickingexperts.lti.deeplinking.PickerView.LibraryEntry;
import com.humantraffickingexperts.lti.launch.CurrentLaunch;
import com.humantraffickingexperts.lti.launch.claims.DeepLinkingSettings;
import com.humantraffickingexperts.lti.web.InterfaceLanguage;

/** Puts the list of modules together. */
@Component
class Picker {

	private final OfferedModules modules;

	private final MessageSource messages;

	Picker(OfferedModules modules, MessageSource messages) {
		this.modules = modules;
		this.messages = messages;
	}

	/**
	 * The list as somebody filtered it.
	 * @param choosing who chooses, and for what
	 * @param filters what narrows the list
	 * @param selection what is chosen so far
	 * @param problem what is wrong with it; a key of the messages, or null
	 * @return the view
	 */
	PickerView view(Choosing choosing, Filters filters, Selection selection, @Nullable String problem) {
		CurrentLaunch launch = choosing.launch();
		List<ModuleEntry> offered = this.modules.in(launch)
			.stream()
			.map((module) -> ModuleEntry.of(module, selection.modules().contains(module.id())))
			.toList();
		List<ModuleEntry> shown = offered.stream().filter((module) -> module.chosen() || filters.lets(module)).toList();
		boolean grades = choosing.takesLineItems() && offered.stream().anyMatch(ModuleEntry::graded);
		return new PickerView(choosing.placing(), choosing.several(), choosing.course(), choosing.platform(),
				(launch.link() == null) ? null : launch.link().title(), notice(choosing),
				this.modules.withdrawn(choosing.placing() ? null : launch.module()).orElse(null), present(choosing),
				effect(choosing), grades, selection.withoutGrade(), shown, offered.size(), library(selection), filters,
				FilterChoices.of(offered), problem, launch.presentation().returnUrl(), choosing.path(""));
	}

	private @Nullable LibraryEntry library(Selection selection) {
		int publications = this.modules.publications();
		return (publications == 0) ? null
				: new LibraryEntry(Catalog.LIBRARY, publications, selection.modules().contains(Catalog.LIBRARY));
	}

	/**
	 * What is chosen before anybody chose: the module that the activity has, when the
	 * platform asks again for one that it placed. Moodle then offers its title.
	 */
	Selection present(CurrentLaunch launch) {
		if (presentLibrary(launch)) {
			return new Selection(Set.of(Catalog.LIBRARY), false);
		}
		return new Selection(presentModule(launch).map(CoursePackage::id).map(Set::of).orElse(Set.of()), false);
	}

	private Optional<CoursePackage> presentModule(CurrentLaunch launch) {
		List<CoursePackage> offered = this.modules.in(launch);
		DeepLinkingSettings settings = launch.deepLinking();
		String title = (settings == null) ? null : settings.title();
		return offered.stream()
			.filter((module) -> module.id().equals(launch.module()))
			.findFirst()
			.or(() -> offered.stream().filter((module) -> module.title().equals(title)).findFirst());
	}

	/** Its title is the one in which somebody placed it, in any language. */
	private boolean presentLibrary(CurrentLaunch launch) {
		String title = (launch.deepLinking() == null) ? null : launch.deepLinking().title();
		return this.modules.library(launch.module())
				|| (this.modules.publications() > 0 && title != null && Arrays.stream(InterfaceLanguage.values())
					.anyMatch((language) -> title.equals(libraryTitle(language.locale()))));
	}

	private String libraryTitle(Locale locale) {
		return this.messages.getMessage("library.title", null, locale);
	}

	private @Nullable String present(Choosing choosing) {
		if (presentLibrary(choosing.launch())) {
			return libraryTitle(LocaleContextHolder.getLocale());
		}
		return presentModule(choosing.launch()).map(CoursePackage::title).orElse(null);
	}

	private @Nullable String notice(Choosing choosing) {
		if (choosing.placing()) {
			return null;
		}
		return "deeplinking.notice." + this.modules.availability(choosing.launch().module());
	}

	private static String effect(Choosing choosing) {
		if (!choosing.placing()) {
			return "deeplinking.effect.LINK";
		}
		return "deeplinking.effect."
				+ (choosing.takesLineItems() ? choosing.launch().family().name() : "WITHOUT_LINE_ITEM");
	}

}
