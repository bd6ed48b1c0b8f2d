using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BackupPortal.Data;

/// <summary>Keeps times as milliseconds, which every database sorts.</summary>
public sealed class UnixTimeConverter()
    : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(), value => DateTimeOffset.FromUnixTimeMilliseconds(value));
