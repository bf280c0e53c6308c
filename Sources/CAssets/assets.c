#include "CAssets.h"

#include <string.h>

/* Everything the pages are made of is in the program, so that a moved binary misses nothing.
   Fonts and KaTeX come straight from the path of their Debian package: nothing of others is
   copied into this repository. Without a font's package the page uses the system's faces, without
   KaTeX it shows formulas as they are written. */

#define INTER "/usr/share/fonts/truetype/inter-vf/Inter.var.ttf"
#define JETBRAINS_MONO "/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf"
#define LATIN_MODERN_MATH "/usr/share/texmf/fonts/opentype/public/lm-math/latinmodern-math.otf"
#define KATEX "/usr/share/javascript/katex/katex.mjs"

static const unsigned char file_css_base_css[] = {
#embed "files/css/base.css"
};
static const unsigned char file_css_content_css[] = {
#embed "files/css/content.css"
};
static const unsigned char file_css_custodian_css[] = {
#embed "files/css/custodian.css"
};
static const unsigned char file_css_dialogue_css[] = {
#embed "files/css/dialogue.css"
};
static const unsigned char file_css_narrow_css[] = {
#embed "files/css/narrow.css"
};
static const unsigned char file_css_own_css[] = {
#embed "files/css/own.css"
};
static const unsigned char file_css_pages_css[] = {
#embed "files/css/pages.css"
};
static const unsigned char file_css_questions_css[] = {
#embed "files/css/questions.css"
};
static const unsigned char file_css_ranking_css[] = {
#embed "files/css/ranking.css"
};
static const unsigned char file_css_reading_css[] = {
#embed "files/css/reading.css"
};
static const unsigned char file_css_review_css[] = {
#embed "files/css/review.css"
};
static const unsigned char file_css_spans_css[] = {
#embed "files/css/spans.css"
};
static const unsigned char file_css_timeline_css[] = {
#embed "files/css/timeline.css"
};
static const unsigned char file_css_tokens_css[] = {
#embed "files/css/tokens.css"
};
static const unsigned char file_css_work_css[] = {
#embed "files/css/work.css"
};
static const unsigned char file_custodian_html[] = {
#embed "files/custodian.html"
};
static const unsigned char file_icon_svg[] = {
#embed "files/icon.svg"
};
static const unsigned char file_js_api_js[] = {
#embed "files/js/api.js"
};
static const unsigned char file_js_app_catalogue_js[] = {
#embed "files/js/app/catalogue.js"
};
static const unsigned char file_js_app_day_js[] = {
#embed "files/js/app/day.js"
};
static const unsigned char file_js_app_keys_js[] = {
#embed "files/js/app/keys.js"
};
static const unsigned char file_js_app_remap_js[] = {
#embed "files/js/app/remap.js"
};
static const unsigned char file_js_app_router_js[] = {
#embed "files/js/app/router.js"
};
static const unsigned char file_js_app_settings_js[] = {
#embed "files/js/app/settings.js"
};
static const unsigned char file_js_app_trouble_js[] = {
#embed "files/js/app/trouble.js"
};
static const unsigned char file_js_app_watch_js[] = {
#embed "files/js/app/watch.js"
};
static const unsigned char file_js_content_chunks_js[] = {
#embed "files/js/content/chunks.js"
};
static const unsigned char file_js_content_code_js[] = {
#embed "files/js/content/code.js"
};
static const unsigned char file_js_content_differences_js[] = {
#embed "files/js/content/differences.js"
};
static const unsigned char file_js_content_field_js[] = {
#embed "files/js/content/field.js"
};
static const unsigned char file_js_content_fold_js[] = {
#embed "files/js/content/fold.js"
};
static const unsigned char file_js_content_formula_js[] = {
#embed "files/js/content/formula.js"
};
static const unsigned char file_js_content_json_js[] = {
#embed "files/js/content/json.js"
};
static const unsigned char file_js_content_languages_js[] = {
#embed "files/js/content/languages.js"
};
static const unsigned char file_js_content_marks_js[] = {
#embed "files/js/content/marks.js"
};
static const unsigned char file_js_content_outline_js[] = {
#embed "files/js/content/outline.js"
};
static const unsigned char file_js_content_piece_js[] = {
#embed "files/js/content/piece.js"
};
static const unsigned char file_js_content_raw_js[] = {
#embed "files/js/content/raw.js"
};
static const unsigned char file_js_content_specimen_js[] = {
#embed "files/js/content/specimen.js"
};
static const unsigned char file_js_content_text_index_js[] = {
#embed "files/js/content/text-index.js"
};
static const unsigned char file_js_content_text_js[] = {
#embed "files/js/content/text.js"
};
static const unsigned char file_js_content_timeline_js[] = {
#embed "files/js/content/timeline.js"
};
static const unsigned char file_js_content_tree_js[] = {
#embed "files/js/content/tree.js"
};
static const unsigned char file_js_content_unicode_names_js[] = {
#embed "files/js/content/unicode-names.js"
};
static const unsigned char file_js_content_unseen_js[] = {
#embed "files/js/content/unseen.js"
};
static const unsigned char file_js_content_viewer_js[] = {
#embed "files/js/content/viewer.js"
};
static const unsigned char file_js_custodian_add_person_js[] = {
#embed "files/js/custodian/add-person.js"
};
static const unsigned char file_js_custodian_alarm_words_js[] = {
#embed "files/js/custodian/alarm-words.js"
};
static const unsigned char file_js_custodian_alarms_js[] = {
#embed "files/js/custodian/alarms.js"
};
static const unsigned char file_js_custodian_exchange_js[] = {
#embed "files/js/custodian/exchange.js"
};
static const unsigned char file_js_custodian_fingerprint_js[] = {
#embed "files/js/custodian/fingerprint.js"
};
static const unsigned char file_js_custodian_frame_js[] = {
#embed "files/js/custodian/frame.js"
};
static const unsigned char file_js_custodian_lease_js[] = {
#embed "files/js/custodian/lease.js"
};
static const unsigned char file_js_custodian_main_js[] = {
#embed "files/js/custodian/main.js"
};
static const unsigned char file_js_custodian_make_room_js[] = {
#embed "files/js/custodian/make-room.js"
};
static const unsigned char file_js_custodian_overview_js[] = {
#embed "files/js/custodian/overview.js"
};
static const unsigned char file_js_custodian_people_js[] = {
#embed "files/js/custodian/people.js"
};
static const unsigned char file_js_custodian_secret_js[] = {
#embed "files/js/custodian/secret.js"
};
static const unsigned char file_js_custodian_steps_js[] = {
#embed "files/js/custodian/steps.js"
};
static const unsigned char file_js_custodian_stick_js[] = {
#embed "files/js/custodian/stick.js"
};
static const unsigned char file_js_custodian_sticks_js[] = {
#embed "files/js/custodian/sticks.js"
};
static const unsigned char file_js_custodian_trust_js[] = {
#embed "files/js/custodian/trust.js"
};
static const unsigned char file_js_custodian_unlock_js[] = {
#embed "files/js/custodian/unlock.js"
};
static const unsigned char file_js_custodian_watch_js[] = {
#embed "files/js/custodian/watch.js"
};
static const unsigned char file_js_custodian_wipe_js[] = {
#embed "files/js/custodian/wipe.js"
};
static const unsigned char file_js_dialogs_dialog_js[] = {
#embed "files/js/dialogs/dialog.js"
};
static const unsigned char file_js_dialogs_keys_js[] = {
#embed "files/js/dialogs/keys.js"
};
static const unsigned char file_js_dialogs_more_js[] = {
#embed "files/js/dialogs/more.js"
};
static const unsigned char file_js_dialogs_note_js[] = {
#embed "files/js/dialogs/note.js"
};
static const unsigned char file_js_dialogs_palette_js[] = {
#embed "files/js/dialogs/palette.js"
};
static const unsigned char file_js_dom_js[] = {
#embed "files/js/dom.js"
};
static const unsigned char file_js_icons_js[] = {
#embed "files/js/icons.js"
};
static const unsigned char file_js_main_js[] = {
#embed "files/js/main.js"
};
static const unsigned char file_js_pages_answer_words_js[] = {
#embed "files/js/pages/answer-words.js"
};
static const unsigned char file_js_pages_bar_js[] = {
#embed "files/js/pages/bar.js"
};
static const unsigned char file_js_pages_changes_js[] = {
#embed "files/js/pages/changes.js"
};
static const unsigned char file_js_pages_day_card_js[] = {
#embed "files/js/pages/day-card.js"
};
static const unsigned char file_js_pages_done_js[] = {
#embed "files/js/pages/done.js"
};
static const unsigned char file_js_pages_home_js[] = {
#embed "files/js/pages/home.js"
};
static const unsigned char file_js_pages_hour_bars_js[] = {
#embed "files/js/pages/hour-bars.js"
};
static const unsigned char file_js_pages_hours_js[] = {
#embed "files/js/pages/hours.js"
};
static const unsigned char file_js_pages_letters_js[] = {
#embed "files/js/pages/letters.js"
};
static const unsigned char file_js_pages_message_js[] = {
#embed "files/js/pages/message.js"
};
static const unsigned char file_js_pages_my_work_js[] = {
#embed "files/js/pages/my-work.js"
};
static const unsigned char file_js_pages_practice_js[] = {
#embed "files/js/pages/practice.js"
};
static const unsigned char file_js_pages_project_row_js[] = {
#embed "files/js/pages/project-row.js"
};
static const unsigned char file_js_pages_settings_js[] = {
#embed "files/js/pages/settings.js"
};
static const unsigned char file_js_pages_sign_in_js[] = {
#embed "files/js/pages/sign-in.js"
};
static const unsigned char file_js_pages_summary_js[] = {
#embed "files/js/pages/summary.js"
};
static const unsigned char file_js_questions_call_row_js[] = {
#embed "files/js/questions/call-row.js"
};
static const unsigned char file_js_questions_calls_js[] = {
#embed "files/js/questions/calls.js"
};
static const unsigned char file_js_questions_choice_js[] = {
#embed "files/js/questions/choice.js"
};
static const unsigned char file_js_questions_choices_js[] = {
#embed "files/js/questions/choices.js"
};
static const unsigned char file_js_questions_conditions_js[] = {
#embed "files/js/questions/conditions.js"
};
static const unsigned char file_js_questions_dialogue_js[] = {
#embed "files/js/questions/dialogue.js"
};
static const unsigned char file_js_questions_head_js[] = {
#embed "files/js/questions/head.js"
};
static const unsigned char file_js_questions_kinds_js[] = {
#embed "files/js/questions/kinds.js"
};
static const unsigned char file_js_questions_marked_text_js[] = {
#embed "files/js/questions/marked-text.js"
};
static const unsigned char file_js_questions_number_js[] = {
#embed "files/js/questions/number.js"
};
static const unsigned char file_js_questions_place_row_js[] = {
#embed "files/js/questions/place-row.js"
};
static const unsigned char file_js_questions_preference_js[] = {
#embed "files/js/questions/preference.js"
};
static const unsigned char file_js_questions_radio_row_js[] = {
#embed "files/js/questions/radio-row.js"
};
static const unsigned char file_js_questions_ranking_js[] = {
#embed "files/js/questions/ranking.js"
};
static const unsigned char file_js_questions_rating_js[] = {
#embed "files/js/questions/rating.js"
};
static const unsigned char file_js_questions_row_list_js[] = {
#embed "files/js/questions/row-list.js"
};
static const unsigned char file_js_questions_row_js[] = {
#embed "files/js/questions/row.js"
};
static const unsigned char file_js_questions_seen_js[] = {
#embed "files/js/questions/seen.js"
};
static const unsigned char file_js_questions_span_row_js[] = {
#embed "files/js/questions/span-row.js"
};
static const unsigned char file_js_questions_spans_js[] = {
#embed "files/js/questions/spans.js"
};
static const unsigned char file_js_questions_step_label_row_js[] = {
#embed "files/js/questions/step-label-row.js"
};
static const unsigned char file_js_questions_step_labels_js[] = {
#embed "files/js/questions/step-labels.js"
};
static const unsigned char file_js_questions_step_row_js[] = {
#embed "files/js/questions/step-row.js"
};
static const unsigned char file_js_questions_steps_js[] = {
#embed "files/js/questions/steps.js"
};
static const unsigned char file_js_questions_text_count_js[] = {
#embed "files/js/questions/text-count.js"
};
static const unsigned char file_js_questions_text_js[] = {
#embed "files/js/questions/text.js"
};
static const unsigned char file_js_questions_tool_call_js[] = {
#embed "files/js/questions/tool-call.js"
};
static const unsigned char file_js_questions_turn_row_js[] = {
#embed "files/js/questions/turn-row.js"
};
static const unsigned char file_js_questions_unsupported_js[] = {
#embed "files/js/questions/unsupported.js"
};
static const unsigned char file_js_say_js[] = {
#embed "files/js/say.js"
};
static const unsigned char file_js_task_acts_js[] = {
#embed "files/js/task/acts.js"
};
static const unsigned char file_js_task_clock_js[] = {
#embed "files/js/task/clock.js"
};
static const unsigned char file_js_task_commands_js[] = {
#embed "files/js/task/commands.js"
};
static const unsigned char file_js_task_foot_js[] = {
#embed "files/js/task/foot.js"
};
static const unsigned char file_js_task_guidelines_js[] = {
#embed "files/js/task/guidelines.js"
};
static const unsigned char file_js_task_hours_js[] = {
#embed "files/js/task/hours.js"
};
static const unsigned char file_js_task_letters_js[] = {
#embed "files/js/task/letters.js"
};
static const unsigned char file_js_task_material_js[] = {
#embed "files/js/task/material.js"
};
static const unsigned char file_js_task_page_js[] = {
#embed "files/js/task/page.js"
};
static const unsigned char file_js_task_pair_tools_js[] = {
#embed "files/js/task/pair-tools.js"
};
static const unsigned char file_js_task_panel_js[] = {
#embed "files/js/task/panel.js"
};
static const unsigned char file_js_task_pause_js[] = {
#embed "files/js/task/pause.js"
};
static const unsigned char file_js_task_reading_commands_js[] = {
#embed "files/js/task/reading-commands.js"
};
static const unsigned char file_js_task_reading_js[] = {
#embed "files/js/task/reading.js"
};
static const unsigned char file_js_task_revision_js[] = {
#embed "files/js/task/revision.js"
};
static const unsigned char file_js_task_saver_js[] = {
#embed "files/js/task/saver.js"
};
static const unsigned char file_js_task_search_js[] = {
#embed "files/js/task/search.js"
};
static const unsigned char file_js_task_sections_js[] = {
#embed "files/js/task/sections.js"
};
static const unsigned char file_js_task_tabs_js[] = {
#embed "files/js/task/tabs.js"
};
static const unsigned char file_js_task_text_search_js[] = {
#embed "files/js/task/text-search.js"
};
static const unsigned char file_js_task_top_js[] = {
#embed "files/js/task/top.js"
};
static const unsigned char file_js_task_undo_js[] = {
#embed "files/js/task/undo.js"
};
static const unsigned char file_js_task_unseen_walk_js[] = {
#embed "files/js/task/unseen-walk.js"
};
static const unsigned char file_js_words_custodian_js[] = {
#embed "files/js/words-custodian.js"
};
static const unsigned char file_js_words_own_js[] = {
#embed "files/js/words-own.js"
};
static const unsigned char file_js_words_js[] = {
#embed "files/js/words.js"
};
static const unsigned char file_page_html[] = {
#embed "files/page.html"
};

#if __has_embed(INTER)
static const unsigned char font_inter[] = {
#embed INTER
};
#endif
#if __has_embed(JETBRAINS_MONO)
static const unsigned char font_mono[] = {
#embed JETBRAINS_MONO
};
#endif
#if __has_embed(LATIN_MODERN_MATH)
static const unsigned char font_math[] = {
#embed LATIN_MODERN_MATH
};
#endif
#if __has_embed(KATEX)
static const unsigned char katex[] = {
#embed KATEX
};
#endif

#define ENTRY(name, bytes) {name, {bytes, sizeof bytes}}

static const struct {
  const char *name;
  struct airlock_asset asset;
} assets[] = {
    ENTRY("css/base.css", file_css_base_css),
    ENTRY("css/content.css", file_css_content_css),
    ENTRY("css/custodian.css", file_css_custodian_css),
    ENTRY("css/dialogue.css", file_css_dialogue_css),
    ENTRY("css/narrow.css", file_css_narrow_css),
    ENTRY("css/own.css", file_css_own_css),
    ENTRY("css/pages.css", file_css_pages_css),
    ENTRY("css/questions.css", file_css_questions_css),
    ENTRY("css/ranking.css", file_css_ranking_css),
    ENTRY("css/reading.css", file_css_reading_css),
    ENTRY("css/review.css", file_css_review_css),
    ENTRY("css/spans.css", file_css_spans_css),
    ENTRY("css/timeline.css", file_css_timeline_css),
    ENTRY("css/tokens.css", file_css_tokens_css),
    ENTRY("css/work.css", file_css_work_css),
    ENTRY("custodian.html", file_custodian_html),
    ENTRY("icon.svg", file_icon_svg),
    ENTRY("js/api.js", file_js_api_js),
    ENTRY("js/app/catalogue.js", file_js_app_catalogue_js),
    ENTRY("js/app/day.js", file_js_app_day_js),
    ENTRY("js/app/keys.js", file_js_app_keys_js),
    ENTRY("js/app/remap.js", file_js_app_remap_js),
    ENTRY("js/app/router.js", file_js_app_router_js),
    ENTRY("js/app/settings.js", file_js_app_settings_js),
    ENTRY("js/app/trouble.js", file_js_app_trouble_js),
    ENTRY("js/app/watch.js", file_js_app_watch_js),
    ENTRY("js/content/chunks.js", file_js_content_chunks_js),
    ENTRY("js/content/code.js", file_js_content_code_js),
    ENTRY("js/content/differences.js", file_js_content_differences_js),
    ENTRY("js/content/field.js", file_js_content_field_js),
    ENTRY("js/content/fold.js", file_js_content_fold_js),
    ENTRY("js/content/formula.js", file_js_content_formula_js),
    ENTRY("js/content/json.js", file_js_content_json_js),
    ENTRY("js/content/languages.js", file_js_content_languages_js),
    ENTRY("js/content/marks.js", file_js_content_marks_js),
    ENTRY("js/content/outline.js", file_js_content_outline_js),
    ENTRY("js/content/piece.js", file_js_content_piece_js),
    ENTRY("js/content/raw.js", file_js_content_raw_js),
    ENTRY("js/content/specimen.js", file_js_content_specimen_js),
    ENTRY("js/content/text-index.js", file_js_content_text_index_js),
    ENTRY("js/content/text.js", file_js_content_text_js),
    ENTRY("js/content/timeline.js", file_js_content_timeline_js),
    ENTRY("js/content/tree.js", file_js_content_tree_js),
    ENTRY("js/content/unicode-names.js", file_js_content_unicode_names_js),
    ENTRY("js/content/unseen.js", file_js_content_unseen_js),
    ENTRY("js/content/viewer.js", file_js_content_viewer_js),
    ENTRY("js/custodian/add-person.js", file_js_custodian_add_person_js),
    ENTRY("js/custodian/alarm-words.js", file_js_custodian_alarm_words_js),
    ENTRY("js/custodian/alarms.js", file_js_custodian_alarms_js),
    ENTRY("js/custodian/exchange.js", file_js_custodian_exchange_js),
    ENTRY("js/custodian/fingerprint.js", file_js_custodian_fingerprint_js),
    ENTRY("js/custodian/frame.js", file_js_custodian_frame_js),
    ENTRY("js/custodian/lease.js", file_js_custodian_lease_js),
    ENTRY("js/custodian/main.js", file_js_custodian_main_js),
    ENTRY("js/custodian/make-room.js", file_js_custodian_make_room_js),
    ENTRY("js/custodian/overview.js", file_js_custodian_overview_js),
    ENTRY("js/custodian/people.js", file_js_custodian_people_js),
    ENTRY("js/custodian/secret.js", file_js_custodian_secret_js),
    ENTRY("js/custodian/steps.js", file_js_custodian_steps_js),
    ENTRY("js/custodian/stick.js", file_js_custodian_stick_js),
    ENTRY("js/custodian/sticks.js", file_js_custodian_sticks_js),
    ENTRY("js/custodian/trust.js", file_js_custodian_trust_js),
    ENTRY("js/custodian/unlock.js", file_js_custodian_unlock_js),
    ENTRY("js/custodian/watch.js", file_js_custodian_watch_js),
    ENTRY("js/custodian/wipe.js", file_js_custodian_wipe_js),
    ENTRY("js/dialogs/dialog.js", file_js_dialogs_dialog_js),
    ENTRY("js/dialogs/keys.js", file_js_dialogs_keys_js),
    ENTRY("js/dialogs/more.js", file_js_dialogs_more_js),
    ENTRY("js/dialogs/note.js", file_js_dialogs_note_js),
    ENTRY("js/dialogs/palette.js", file_js_dialogs_palette_js),
    ENTRY("js/dom.js", file_js_dom_js),
    ENTRY("js/icons.js", file_js_icons_js),
    ENTRY("js/main.js", file_js_main_js),
    ENTRY("js/pages/answer-words.js", file_js_pages_answer_words_js),
    ENTRY("js/pages/bar.js", file_js_pages_bar_js),
    ENTRY("js/pages/changes.js", file_js_pages_changes_js),
    ENTRY("js/pages/day-card.js", file_js_pages_day_card_js),
    ENTRY("js/pages/done.js", file_js_pages_done_js),
    ENTRY("js/pages/home.js", file_js_pages_home_js),
    ENTRY("js/pages/hour-bars.js", file_js_pages_hour_bars_js),
    ENTRY("js/pages/hours.js", file_js_pages_hours_js),
    ENTRY("js/pages/letters.js", file_js_pages_letters_js),
    ENTRY("js/pages/message.js", file_js_pages_message_js),
    ENTRY("js/pages/my-work.js", file_js_pages_my_work_js),
    ENTRY("js/pages/practice.js", file_js_pages_practice_js),
    ENTRY("js/pages/project-row.js", file_js_pages_project_row_js),
    ENTRY("js/pages/settings.js", file_js_pages_settings_js),
    ENTRY("js/pages/sign-in.js", file_js_pages_sign_in_js),
    ENTRY("js/pages/summary.js", file_js_pages_summary_js),
    ENTRY("js/questions/call-row.js", file_js_questions_call_row_js),
    ENTRY("js/questions/calls.js", file_js_questions_calls_js),
    ENTRY("js/questions/choice.js", file_js_questions_choice_js),
    ENTRY("js/questions/choices.js", file_js_questions_choices_js),
    ENTRY("js/questions/conditions.js", file_js_questions_conditions_js),
    ENTRY("js/questions/dialogue.js", file_js_questions_dialogue_js),
    ENTRY("js/questions/head.js", file_js_questions_head_js),
    ENTRY("js/questions/kinds.js", file_js_questions_kinds_js),
    ENTRY("js/questions/marked-text.js", file_js_questions_marked_text_js),
    ENTRY("js/questions/number.js", file_js_questions_number_js),
    ENTRY("js/questions/place-row.js", file_js_questions_place_row_js),
    ENTRY("js/questions/preference.js", file_js_questions_preference_js),
    ENTRY("js/questions/radio-row.js", file_js_questions_radio_row_js),
    ENTRY("js/questions/ranking.js", file_js_questions_ranking_js),
    ENTRY("js/questions/rating.js", file_js_questions_rating_js),
    ENTRY("js/questions/row-list.js", file_js_questions_row_list_js),
    ENTRY("js/questions/row.js", file_js_questions_row_js),
    ENTRY("js/questions/seen.js", file_js_questions_seen_js),
    ENTRY("js/questions/span-row.js", file_js_questions_span_row_js),
    ENTRY("js/questions/spans.js", file_js_questions_spans_js),
    ENTRY("js/questions/step-label-row.js", file_js_questions_step_label_row_js),
    ENTRY("js/questions/step-labels.js", file_js_questions_step_labels_js),
    ENTRY("js/questions/step-row.js", file_js_questions_step_row_js),
    ENTRY("js/questions/steps.js", file_js_questions_steps_js),
    ENTRY("js/questions/text-count.js", file_js_questions_text_count_js),
    ENTRY("js/questions/text.js", file_js_questions_text_js),
    ENTRY("js/questions/tool-call.js", file_js_questions_tool_call_js),
    ENTRY("js/questions/turn-row.js", file_js_questions_turn_row_js),
    ENTRY("js/questions/unsupported.js", file_js_questions_unsupported_js),
    ENTRY("js/say.js", file_js_say_js),
    ENTRY("js/task/acts.js", file_js_task_acts_js),
    ENTRY("js/task/clock.js", file_js_task_clock_js),
    ENTRY("js/task/commands.js", file_js_task_commands_js),
    ENTRY("js/task/foot.js", file_js_task_foot_js),
    ENTRY("js/task/guidelines.js", file_js_task_guidelines_js),
    ENTRY("js/task/hours.js", file_js_task_hours_js),
    ENTRY("js/task/letters.js", file_js_task_letters_js),
    ENTRY("js/task/material.js", file_js_task_material_js),
    ENTRY("js/task/page.js", file_js_task_page_js),
    ENTRY("js/task/pair-tools.js", file_js_task_pair_tools_js),
    ENTRY("js/task/panel.js", file_js_task_panel_js),
    ENTRY("js/task/pause.js", file_js_task_pause_js),
    ENTRY("js/task/reading-commands.js", file_js_task_reading_commands_js),
    ENTRY("js/task/reading.js", file_js_task_reading_js),
    ENTRY("js/task/revision.js", file_js_task_revision_js),
    ENTRY("js/task/saver.js", file_js_task_saver_js),
    ENTRY("js/task/search.js", file_js_task_search_js),
    ENTRY("js/task/sections.js", file_js_task_sections_js),
    ENTRY("js/task/tabs.js", file_js_task_tabs_js),
    ENTRY("js/task/text-search.js", file_js_task_text_search_js),
    ENTRY("js/task/top.js", file_js_task_top_js),
    ENTRY("js/task/undo.js", file_js_task_undo_js),
    ENTRY("js/task/unseen-walk.js", file_js_task_unseen_walk_js),
    ENTRY("js/words-custodian.js", file_js_words_custodian_js),
    ENTRY("js/words-own.js", file_js_words_own_js),
    ENTRY("js/words.js", file_js_words_js),
    ENTRY("page.html", file_page_html),
#if __has_embed(INTER)
    ENTRY("fonts/Inter.ttf", font_inter),
#endif
#if __has_embed(JETBRAINS_MONO)
    ENTRY("fonts/JetBrainsMono.ttf", font_mono),
#endif
#if __has_embed(LATIN_MODERN_MATH)
    ENTRY("fonts/LatinModernMath.otf", font_math),
#endif
#if __has_embed(KATEX)
    ENTRY("js/katex.mjs", katex),
#endif
};

struct airlock_asset airlock_asset_named(const char *name) {
  for (size_t index = 0; index < sizeof assets / sizeof *assets; index++) {
    if (strcmp(assets[index].name, name) == 0) {
      return assets[index].asset;
    }
  }
  return (struct airlock_asset){0, 0};
}
