"""What Redis does in one go, in its own language."""

# Returns a page with its ETag and its headers; else the generations of all tables.
# A Redis that was started again begins anew: it may have forgotten some of them.
SERVE = """
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
if redis.call('HGET', KEYS[2], ':run') ~= run then
  local now = redis.call('TIME')
  redis.call('DEL', KEYS[2])
  redis.call('HSET', KEYS[2], ':run', run, ':epoch', now[1] .. now[2])
end
local found = redis.call('HMGET', KEYS[1], 'needs', 'etag', 'head', ARGV[1])
if found[1] then
  local fresh = true
  for name, number in string.gmatch(found[1], '(%S+) (%d+)') do
    if (redis.call('HGET', KEYS[2], name) or '0') ~= number then fresh = false end
  end
  if fresh then return {found[2], found[3], found[4]} end
end
return redis.call('HGETALL', KEYS[2])
"""
# Keeps a page, unless what it was read from was changed since, or is being changed.
KEEP = """
for name, number in string.gmatch(ARGV[1], '(%S+) (%d+)') do
  if (redis.call('HGET', KEYS[2], name) or '0') ~= number then return 0 end
  if redis.call('EXISTS', KEYS[2] .. ':' .. name) == 1 then return 0 end
end
local count = redis.call('INCR', KEYS[3])
if count == 1 then redis.call('EXPIRE', KEYS[3], ARGV[2]) end
if count > tonumber(ARGV[3]) then return 0 end
redis.call('HSET', KEYS[1], 'needs', ARGV[1], 'etag', ARGV[4], 'head', ARGV[5],
           'br', ARGV[6], 'gzip', ARGV[7])
redis.call('EXPIRE', KEYS[1], ARGV[2])
return 1
"""
# Raises the generations of tables, and marks that they are being changed.
BEGIN = """
for number = 3, #ARGV do
  redis.call('HINCRBY', KEYS[1], ARGV[number], 1)
  local mark = KEYS[1] .. ':' .. ARGV[number]
  redis.call('SADD', mark, ARGV[1])
  redis.call('EXPIRE', mark, ARGV[2])
end
"""
# Raises the generations once more, and takes the marks away.
END = """
for number = 2, #ARGV do
  redis.call('HINCRBY', KEYS[1], ARGV[number], 1)
  redis.call('SREM', KEYS[1] .. ':' .. ARGV[number], ARGV[1])
end
"""
