# A register of residents who do not exist, as a municipality saves it: a number, a municipality, a date of birth, since when they
# live there, confidentiality, an address that 2.1 people share.
#
#     awk -v rows=1000000 -f register.awk                  one register of 342 municipalities
#     awk -v rows=1000000 -v weights=1 -f register.awk     the same with a weight from 1 to 5 for each
#     awk -v dir=DIR -f register.awk municipalities.csv    a register DIR/NAME.csv for each row "NAME,people" below the headings
function person(n, place) {
    h = int(n / 2.1)
    born = 1925 + n % 99; since = 1990 + n % 35
    if (since <= born) since = born + 1  # nobody settles before birth
    return sprintf("%010d;%s;%04d-%02d-%02d;%04d-%02d-01;%d;%04d AB;%d;", n * 7 % 9999999967, place, born, 1 + n % 12,
        1 + n % 28, since, 1 + n % 12, n % 211 == 0, 1000 + h % 8999, h) (weights ? ";" 1 + n % 5 : "")
}
BEGIN {
    FS = ","
    headings = "anummer;gemeente;geboortedatum;sinds;geheim;postcode;huisnummer;toevoeging" (weights ? ";gewicht" : "")
    if (rows) {
        print headings
        for (n = 1; n <= rows; n++) { h = int(n / 2.1); print person(n, sprintf("GM%04d", (h * h + h) % 342)) }
        exit
    }
}
FNR > 1 {
    file = dir "/" $1 ".csv"
    print headings >file
    for (i = 1; i <= $2; i++) print person(++n, $1) >file
    close(file)
}
