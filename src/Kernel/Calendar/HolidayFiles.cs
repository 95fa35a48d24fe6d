using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Approvals.Kernel.Calendar;

/// <summary>
/// Reads the State Council's yearly notices from <c>YYYY.json</c> files (<c>data/holidays</c>). The notice of a year may
/// move days of the year before (2018-12-29 is in 2019's), so all files together make one calendar; where two notices speak
/// of one day, the later one holds.
/// </summary>
public static class HolidayFiles
{
    /// <summary>
    /// Throws <see cref="InvalidDataException"/> with the file's name and what is wrong in it; a centre must not compute
    /// statutory limits with half a calendar.
    /// </summary>
    public static WorkingCalendar Load(string directory)
    {
        var years = new SortedDictionary<int, string>();
        foreach (var path in Directory.EnumerateFiles(directory, "*.json"))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                throw new InvalidDataException($"{path}: a holiday file is named after its year, like 2026.json.");
            }

            years.Add(year, path);
        }

        if (years.Count == 0)
        {
            throw new InvalidDataException($"{directory}: no holiday file found.");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var days = new Dictionary<DateOnly, (bool IsOff, string Name)>();
        foreach (var (year, path) in years)
        {
            var bytes = File.ReadAllBytes(path);
            hash.AppendData(Encoding.ASCII.GetBytes($"{year}:{bytes.Length}\n"));
            hash.AppendData(bytes);
            Read(path, year, bytes, days);
        }

        var version = $"cn-{years.Keys.Last()}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..8]}";
        return new(version, years.Keys, days.Select(day => (day.Key, day.Value.IsOff, day.Value.Name)));
    }

    private static void Read(string path, int year, byte[] bytes, Dictionary<DateOnly, (bool IsOff, string Name)> days)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement.GetProperty("year").GetInt32() != year)
            {
                throw new InvalidDataException($"{path}: the year inside is not the year of the file's name.");
            }

            foreach (var day in document.RootElement.GetProperty("days").EnumerateArray())
            {
                var text = day.GetProperty("date").GetString();
                if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) || Math.Abs(date.Year - year) > 1)
                {
                    throw new InvalidDataException($"{path}: \"{text}\" is no date of {year} or a year beside it.");
                }

                days[date] = (day.GetProperty("isOffDay").GetBoolean(), day.GetProperty("name").GetString() ?? "");
            }
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }
}
