"""The words of the frame and of cards: key -> (Thai, English)."""

# ruff: noqa: E501 (a table reads best a row a line)

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # the frame
    "app.tagline": ("ตรวจสอบข้ออ้างด้วยหลักฐาน", "Check claims against evidence"),
    "app.language": ("ภาษา", "Language"),
    "app.theme": ("สว่าง / มืด", "Light / dark"),
    "app.api": ("เรียกใช้จากโปรแกรม (API)", "Use from programs (API)"),
    "app.api_how": (
        "เรียกด้วยแพ็กเกจ gradio_client หรือ HTTP ได้ตามตัวอย่าง แต่ละรายการคืนค่าเป็น JSON แบบเดียวกับคำสั่ง jingmai",
        "Call these with the package gradio_client, or over HTTP. Each returns the JSON of the jingmai command.",
    ),
    "tab.chat": ("ถาม–ตอบ", "Chat"),
    "tab.article": ("ตรวจบทความ", "Article"),
    "tab.bulk": ("ตรวจเป็นชุด", "Bulk"),
    "tab.library": ("คลังเอกสาร", "Library"),
    "tab.evaluation": ("วัดผล", "Evaluation"),
    "tab.review": ("ทบทวน", "Review"),
    "skip": ("ข้ามไปยังเนื้อหา", "Skip to the content"),
    "status.ready": ("{documents} เอกสาร · {passages} ตอน", "{documents} documents · {passages} passages"),
    "banner.empty": (
        "คลังเอกสารว่างเปล่า ยังไม่มีหลักฐานให้เทียบ เพิ่มเอกสารที่แท็บ “คลังเอกสาร”",
        "The library is empty, so there is nothing to check against. Add documents in the Library tab.",
    ),
    "banner.mismatch": (
        "คลังนี้สร้างด้วยโมเดลอื่น ค้นหาไม่ได้จนกว่าจะสร้างใหม่: jingmai index rebuild",
        "This library was made by another model and cannot be searched until rebuilt: jingmai index rebuild",
    ),
    "banner.busy": (
        "กำลังสร้างหรือปรับปรุงคลังเอกสาร ผลอาจยังไม่ครบ",
        "The library is being rebuilt or updated; answers may be incomplete for now.",
    ),
    "banner.problem": ("เปิดคลังเอกสารไม่ได้: {problem}", "The library cannot be opened: {problem}"),
    "banner.changed": ("คลังเอกสารเพิ่งมีการเปลี่ยนแปลง: {documents} เอกสาร", "The library has just changed: {documents} documents"),
    "error": ("เกิดข้อผิดพลาด", "Something went wrong"),
    "error.unknown": ("ระบบทำงานผิดพลาด บันทึกรายละเอียดไว้ที่หน้าต่างคำสั่งแล้ว", "The program failed; the details are in its terminal window."),
    "error.number": ("ไม่มีข้อ {number} ในคำตอบล่าสุด (มี {count} ข้อ)", "There is no item {number} in the last answer (it has {count})."),
    "error.long": ("ข้อความยาวเกินไป ({length:,} ตัวอักษร) แบ่งเป็นส่วนแล้วลองใหม่", "The text is too long ({length:,} characters). Check it in parts."),
    # cards
    "card.confidence": ("ความเชื่อมั่น", "Confidence"),
    "card.judged_by": ("ตัดสินโดย", "Judged by"),
    "card.own_judge": ("ตัวตัดสินในเครื่อง ไม่ใช้โมเดลภาษา (default)", "the built-in judge, without a language model (default)"),
    "card.evidence": ("หลักฐาน", "Evidence"),
    "card.no_evidence": ("ไม่มีหลักฐานที่ใช้ตัดสินได้", "No evidence bears on this claim"),
    "card.rationale": ("เหตุผลทั้งหมด", "The whole reasoning"),
    "card.source": ("เปิดแหล่งที่มา", "Open the source"),
    "card.undated": ("ไม่ทราบวันที่", "undated"),
    "card.claim": ("ข้ออ้าง", "Claim"),
    "card.checking": ("กำลังตรวจ", "Checking"),
    "card.unchecked": ("ยังไม่ได้ตรวจ", "Not checked"),
    "card.wording": ("ข้อความเดิม", "As written"),
    "card.problem": ("ปัญหา", "Problem"),
    "card.then": ("ตามหลักฐานที่มีถึง {day}", "On the evidence available by {day}"),
    "card.earlier": ("เคยตรวจแล้ว", "Checked before"),
    "card.speaker": ("ผู้กล่าว: {speaker}", "Said by {speaker}"),
    "card.as_of": ("ณ {day}", "as of {day}"),
    "card.show_passage": ("ดูในเอกสาร", "See it in the document"),
    "card.more": ("หลักฐานอื่นที่ไม่ชี้ขาด ({count})", "Other evidence that does not decide ({count})"),
    "tier.primary": ("แหล่งปฐมภูมิ", "Primary source"),
    "tier.press": ("สื่อ", "Press"),
    "tier.secondary": ("แหล่งทุติยภูมิ", "Secondary source"),
    "tier.low": ("น่าเชื่อถือต่ำ", "Low reliability"),
    "kind.reference": ("เอกสารอ้างอิง", "Reference"),
    "kind.article": ("บทความ", "Article"),
    "kind.fact_check": ("บทตรวจสอบข้อเท็จจริง", "Fact check"),
    "mode.lexical": ("ตามคำ", "By words"),
    "mode.dense": ("ตามความหมาย", "By meaning"),
    "mode.hybrid": ("ผสม", "Both together"),
    "mode.exact": ("ตามความหมาย (ละเอียด)", "By meaning (exhaustive)"),
}  # fmt: skip
