package com.humantraffickingexperts.lti.deeplinking;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.humantraffickingexperts.lti.deeplinking.OfferedModules.Withdrawn;

/**
 * The list of modules.
 *
 * @param placing whether modules are placed in the course; otherwise one is chosen for an
 * activity that is there
 * @param several whether several may be chosen
 * @param course the course's title, or null when the platform does not share it
 * @param platform the platform's name
 * @param activity the title of the activity for which one is chosen, or null
 * @param notice what has to be known of that activity; a key of the messages, or null
 * @param withdrawn why the module that it names is no longer offered, or null
 * @param present the title of the module that it opens now, or null
 * @param effect what will happen; a key of the messages
 * @param grades whether it can be decided that there is no grade
 * @param withoutGrade whether there is to be none
 * @param modules the modules to see
 * @param total how many are offered
 * @param library the resource library, or null when there is none
 * @param filters what narrows the list
 * @param choices what can narrow it
 * @param problem what is wrong with the choice; a key of the messages, or null
 * @param returnUrl the way back where nothing is placed, or null
 * @param path the picker's path
 */
record PickerView(boolean placing, boolean several, @Nullable String course, String platform, @Nullable String activity,
		@Nullable String notice, @Nullable Withdrawn withdrawn, @Nullable String present, String effect, boolean grades,
		boolean withoutGrade, List<ModuleEntry> modules, int total, @Nullable LibraryEntry library, Filters filters,
		FilterChoices choices, @Nullable String problem, @Nullable String returnUrl, String path) {

	/** How much is chosen. */
	public long chosen() {
		long modules = this.modules.stream().filter(ModuleEntry::chosen).count();
		return (this.library != null && this.library.chosen()) ? modules + 1 : modules;
	}

	/**
	 * How many modules the filters let through. Those that are chosen stay in the list
	 * whatever the filters say.
	 */
	public long found() {
		return this.modules.stream().filter(this.filters::lets).count();
	}

	/**
	 * The resource library, which stands beside the modules whatever the filters say.
	 *
	 * @param id what names it in place of a module's id
	 * @param publications how many it holds
	 * @param chosen whether it is chosen
	 */
	record LibraryEntry(String id, int publications, boolean chosen) {
	}

}
