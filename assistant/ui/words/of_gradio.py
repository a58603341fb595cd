"""The texts that gradio puts on the page itself, in both languages, for `page.js` to swap.

Gradio chooses its language by the browser's, not by the switch, and has some texts in English
only. A text is found by any of its spellings and shown in the language of the switch.
"""

from __future__ import annotations

# gradio's English: (Thai, English shown)
TEXTS: dict[str, tuple[str, str]] = {
    "More tabs": ("แท็บอื่น", "More tabs"),
    "chatbot conversation": ("บทสนทนา", "Conversation"),
    "Examples": ("ตัวอย่าง", "Examples"),
    "Multimedia input field": ("ช่องพิมพ์ข้อความและแนบไฟล์", "Message and files"),
    "Click to upload or drop files": ("คลิกหรือวางไฟล์ที่นี่", "Click to choose or drop files"),
    "File upload": ("เลือกไฟล์", "Choose a file"),
    "Upload a file": ("แนบไฟล์", "Attach a file"),
    "Uploaded files": ("ไฟล์ที่แนบ", "Attached files"),
    "File thumbnail": ("ไฟล์ที่แนบ", "Attached file"),
    "Remove file": ("เอาไฟล์ออก", "Remove the file"),
    "Remove this file": ("เอาไฟล์นี้ออก", "Remove this file"),
    "Submit": ("ส่ง", "Send"),
    "Stop": ("หยุด", "Stop"),
    "Clear": ("ล้าง", "Clear"),
    "Retry": ("ถามใหม่", "Retry"),
    "Scroll down": ("เลื่อนลงล่างสุด", "Scroll down"),
    "Download": ("ดาวน์โหลด", "Download"),
    "Table actions": ("เครื่องมือของตาราง", "Table actions"),
    "Copy table data": ("คัดลอกตาราง", "Copy the table"),
    "Copied to clipboard": ("คัดลอกแล้ว", "Copied"),
    "Fullscreen": ("เต็มจอ", "Full screen"),
    "Exit fullscreen mode": ("ออกจากเต็มจอ", "Leave full screen"),
    "Open cell menu": ("เรียงหรือกรองคอลัมน์นี้", "Sort or filter this column"),
    "Enter text to filter the table": ("พิมพ์คำเพื่อกรองรายการ", "Type to filter the list"),
    "Filter...": ("กรองรายการ…", "Filter the list…"),
    "Sort ascending": ("เรียงจากน้อยไปมาก", "Sort ascending"),
    "Sort descending": ("เรียงจากมากไปน้อย", "Sort descending"),
    "Clear sort": ("ล้างการเรียงลำดับ", "Clear the sorting"),
    "Filter": ("กรอง", "Filter"),
    "Filter as": ("กรองแบบ", "Filter as"),
    "Clear filters": ("ล้างการกรอง", "Clear the filters"),
    "Sorted ascending": ("เรียงจากน้อยไปมากแล้ว", "Sorted ascending"),
    "Sorted descending": ("เรียงจากมากไปน้อยแล้ว", "Sorted descending"),
    "Drop File Here": ("วางไฟล์ที่นี่", "Drop a file here"),
    "or": ("หรือ", "or"),
    "- or -": ("หรือ", "or"),
    "Click to Upload": ("คลิกเพื่อเลือกไฟล์", "click to choose one"),
    "Error": ("เกิดข้อผิดพลาด", "Something went wrong"),
    "Connection Lost": ("ขาดการเชื่อมต่อ", "Connection lost"),
    "Connection to the server was lost. Attempting reconnection...": (
        "ขาดการเชื่อมต่อกับโปรแกรม กำลังต่อใหม่…",
        "The connection to the program was lost. Trying again…",
    ),
    "Connection errored out. ": (
        "ติดต่อโปรแกรมไม่ได้ ตรวจว่ายังเปิดอยู่ แล้วลองอีกครั้ง",
        "The program cannot be reached. Check that it is still running and try again.",
    ),
}  # fmt: skip

# a regular expression over gradio's English: (Thai, English shown), $1.. are its groups
PATTERNS: dict[str, tuple[str, str]] = {
    r"^File\(s\) exceed the maximum allowed size of ([\d.]+) M[bB]: ([^]*)$": (
        "ไฟล์ใหญ่เกิน $1 MB: $2",
        "The file is larger than $1 MB: $2",
    ),
    r"^Invalid file types?: (.+)\. Only (.+) allowed\.$": (
        "ใช้ไฟล์ชนิดนี้ไม่ได้: $1 ใช้ได้เฉพาะ $2",
        "This kind of file cannot be used: $1. Use $2.",
    ),
    r"^Uploading (\d+)\s+files?\.\.\.$": ("กำลังอ่านไฟล์ $1 ไฟล์…", "Reading $1 file(s)…"),
    r"^queue: (\d+)/(\d*) \|$": ("รอคิวที่ $1 จาก $2", "waiting, $1 of $2"),
    r"^processing \|$": ("กำลังทำงาน", "working"),
    r"^Queue is full\.[^]*$": (
        "มีผู้ใช้พร้อมกันมากเกินไป รอสักครู่แล้วลองอีกครั้ง",
        "Too many people are asking at once. Wait a moment and try again.",
    ),
}  # fmt: skip

GRADIO_THAI: dict[str, str] = {
    "ลากและวางไฟล์ที่นี่": "Drop File Here",
    "คลิกเพื่ออัปโหลด": "Click to Upload",
    "ลบ": "Remove this file",
    "ข้อผิดพลาด": "Error",
}
"""Gradio's own Thai, shown to browsers that ask for Thai, where it differs from ours."""
